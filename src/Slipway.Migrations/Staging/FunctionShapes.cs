using System.Text.RegularExpressions;
using Slipway.Migrations.Observation;

namespace Slipway.Migrations.Staging;

/// <summary>Functions that a statement asks for. Nobody knows what they do, so they are what PostgreSQL takes a function for: volatile.</summary>
internal sealed partial class FunctionShapes(Database database)
{
    private readonly Dictionary<string, string> _made = new(StringComparer.Ordinal);

    public async Task<IEnumerable<Wanted>> MissingAsync(string message, CancellationToken cancellationToken)
    {
        if (Signature.Match(message) is not { Success: true } match) return [];
        var (name, arguments) = (match.Groups["name"].Value, match.Groups["arguments"].Value.Replace("unknown", "text", StringComparison.Ordinal));
        // One of that name for other values is there: then it is the values that are wrong, unless a column can have another type.
        var others = await database.QueryAsync(
            $"SELECT 1 FROM pg_catalog.pg_proc WHERE proname = '{name.Split('.')[^1].Replace("'", "''", StringComparison.Ordinal)}' AND pronargs > 0 LIMIT 1", row => row.GetInt32(0), cancellationToken).ConfigureAwait(false);
        if (others.Count > 0 && arguments.Length > 0) return [];
        _made[name] = arguments;
        return [Returning(name, arguments, "integer")];
    }

    /// <summary>column "c" is of type A but default expression is of type B</summary>
    public IEnumerable<Wanted> WrongType(string message, string statement)
    {
        if (Types.Match(message) is not { Success: true } match) return [];
        var (wanted, given) = (match.Groups["wanted"].Value, match.Groups["given"].Value);
        return _made.Where(function => Mentions.Word(statement, function.Key)).Select(function => Returning(function.Key, function.Value, wanted))
            .Append(new($"cast from {given} to {wanted}", [$"CREATE CAST ({given} AS {wanted}) WITH INOUT AS ASSIGNMENT"]));
    }

    /// <summary>function f must return type trigger</summary>
    public static IEnumerable<Wanted> OfTriggers(string message)
    {
        var name = Sql.Dotted(message.Split(' ')[1]);
        return [new($"trigger function {name}", [$"DROP FUNCTION IF EXISTS {name}()", $"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"])];
    }

    public static IEnumerable<Wanted> Trigger(string name, string table) =>
    [
        new(
            $"trigger {name} of {table}",
            [
                $"CREATE FUNCTION {Sql.Name($"{name}_function")}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                $"CREATE TRIGGER {Sql.Name(name)} BEFORE UPDATE ON {Sql.Dotted(table)} FOR EACH ROW EXECUTE FUNCTION {Sql.Name($"{name}_function")}()",
            ]),
    ];

    private static Wanted Returning(string name, string arguments, string type) => new(
        $"function {name}({arguments}) returning {type}",
        [$"DROP FUNCTION IF EXISTS {Sql.Dotted(name)}({arguments})", $"CREATE FUNCTION {Sql.Dotted(name)}({arguments}) RETURNS {type} LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'"]);

    [GeneratedRegex(@"\Afunction (?<name>[\w.$]+)\((?<arguments>.*)\) does not exist\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Signature { get; }

    [GeneratedRegex(@"is of type (?<wanted>.+) but default expression is of type (?<given>.+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Types { get; }
}
