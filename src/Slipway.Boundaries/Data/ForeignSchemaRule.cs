using System.Text.RegularExpressions;
using Slipway.Analyzers.Data;
using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Data;

/// <summary>SQL files, and migrations of EF Core, that name the schema of another service or tie two databases together.</summary>
internal sealed partial class ForeignSchemaRule(UnitMap map) : IUnitRule
{
    private readonly SchemaOwners _owners = new(map);

    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        foreach (var file in unit.Files.Where(file => !file.IsLink && (file.EndsWith(".sql", ".psql", ".ddl") || IsMigration(file))))
        {
            if (unit.Text(file.Path) is not { } text) continue;
            var told = new HashSet<int>();
            foreach (var finding in Check(unit, _owners, file, text))
            {
                // One line, one cause.
                if (told.Add(finding.Line!.Value)) yield return finding;
            }
        }
        foreach (var finding in CheckOptions(unit)) yield return finding;
    }

    // Host=db;Database=shop;Search Path=billing: the schema that every table's name is looked up in.
    private IEnumerable<Finding> CheckOptions(UnitInventory unit)
    {
        foreach (var file in unit.Files.Where(Configurations.IsOne))
        {
            if (unit.Text(file.Path) is not { } text) continue;
            foreach (Match option in SearchPathOption.Matches(text))
            {
                foreach (Match schema in Word.Matches(option.Groups["schemas"].Value))
                {
                    if (_owners.Foreign(unit.Unit, schema.Value) is { } owner) yield return WorksIn(unit, file, text, option.Groups["schemas"].Index + schema.Index, schema.Value, owner);
                }
            }
        }
    }

    private static Finding WorksIn(UnitInventory unit, ListedFile file, string text, int offset, string schema, Unit owner)
    {
        var (line, column) = TextPlace.Of(text, offset);
        return Found.At(
            RuleIds.ForeignSchema, file.Path, line, column, $"'{unit.Unit.Id}' works in '{schema}', which belongs to '{owner.Id}'",
            $"Ask '{owner.Name}' through its SDK package, or keep a copy of what its events say.");
    }

    private static bool IsMigration(ListedFile file) =>
        file.EndsWith(".cs") && !file.EndsWith(".Designer.cs", "ModelSnapshot.cs") && file.Folder.Split('/').Contains("Migrations", StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<Finding> Check(UnitInventory unit, SchemaOwners owners, ListedFile file, string text)
    {
        var isCode = file.EndsWith(".cs");
        // In C# the SQL is inside of texts: only lines that are comments are taken away, and offsets stay as they are.
        var sql = isCode ? Comment.Replace(text, comment => new string(' ', comment.Length)) : SqlText.Bare(text);
        foreach (Match tie in Ties.Matches(sql)) yield return Tied(unit, file, text, tie.Index, $"'{tie.Value.Trim()}' reaches into another database");
        foreach (Match grant in Grants.Matches(sql))
        {
            if (owners.Foreign(unit.Unit, grant.Groups["schema"].Value) is { } owner)
                yield return Tied(unit, file, text, grant.Groups["schema"].Index, $"A right on the schema '{grant.Groups["schema"].Value}' of '{owner.Id}' is given here");
            else if (owners.Foreign(unit.Unit, grant.Groups["role"].Value) is { } user)
                yield return Tied(unit, file, text, grant.Groups["role"].Index, $"'{user.Id}' gets a right on what belongs to '{unit.Unit.Id}'");
        }
        foreach (Match key in isCode ? PrincipalSchema.Matches(sql) : ForeignKeys.Matches(sql))
        {
            if (owners.Foreign(unit.Unit, key.Groups["schema"].Value) is { } owner)
                yield return Tied(unit, file, text, key.Groups["schema"].Index, $"A foreign key refers to the schema '{key.Groups["schema"].Value}' of '{owner.Id}'");
        }
        foreach (Match path in SearchPaths.Matches(sql))
        {
            foreach (Match schema in Word.Matches(path.Groups["schemas"].Value))
            {
                if (owners.Foreign(unit.Unit, schema.Value) is { } owner) yield return WorksIn(unit, file, text, path.Groups["schemas"].Index + schema.Index, schema.Value, owner);
            }
        }
        if (!isCode)
        {
            foreach (var schema in SqlSchemas.NotOwn(text, name => owners.Foreign(unit.Unit, name) is null, knowsOthers: true))
            {
                var owner = owners.Foreign(unit.Unit, schema.Name)!;
                yield return schema.Inside is { } inside ? Names(unit, file, text, schema.Start, schema.Name, inside, owner) : WorksIn(unit, file, text, schema.Start, schema.Name, owner);
            }
            yield break;
        }
        foreach (Match name in NamesInCode.Matches(sql))
        {
            if (owners.Foreign(unit.Unit, name.Groups["schema"].Value) is { } owner)
                yield return Names(unit, file, text, name.Groups["schema"].Index, name.Groups["schema"].Value, name.Groups["table"].Value, owner);
        }
    }

    private static Finding Names(UnitInventory unit, ListedFile file, string text, int offset, string schema, string inside, Unit owner)
    {
        var (line, column) = TextPlace.Of(text, offset);
        return Found.At(
            RuleIds.ForeignSchema, file.Path, line, column, $"'{unit.Unit.Id}' names '{schema}.{inside}', which belongs to '{owner.Id}'",
            $"Ask '{owner.Name}' through its SDK package, or keep a copy of what its events say.");
    }

    private static Finding Tied(UnitInventory unit, ListedFile file, string text, int offset, string message)
    {
        var (line, column) = TextPlace.Of(text, offset);
        return Found.At(RuleIds.TiedDatabases, file.Path, line, column, $"{message}: a service's database stands alone", "Move data through events or the owner's SDK package.", Severity.Warning);
    }

    [GeneratedRegex("""\b(?:from|join|into|update|delete\s+from|truncate(?:\s+table)?|(?:create|alter|drop)\s+(?:table|view|index|sequence|schema)(?:\s+if\s+(?:not\s+)?exists)?|exec(?:ute)?|call|copy)\s+(?:only\s+)?["\[`\\]*(?<schema>\w+)["\]`\\]*\s*\.\s*["\[`\\]*(?<table>\w+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesInCode { get; }

    [GeneratedRegex("""^[ \t]*//[^\r\n]*""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment { get; }

    // Statements after which a table's name alone is enough.
    [GeneratedRegex("""\bset\s+(?:local\s+|session\s+)?search_path\s*(?:to\b|=)\s*(?<schemas>[^;\r\n]+)|(?:^|;)\s*use\s+(?<schemas>[\w"\[\]`]+)\s*(?:;|$)|^\s*\\c(?:onnect)?\s+(?<schemas>\w+)""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex SearchPaths { get; }

    [GeneratedRegex("""\b(?:Search ?Path|currentSchema)\s*=\s*(?<schemas>[^;"'&\r\n]+)|(?<![a-z_])search_path(?:=|%3d)(?<schemas>[\w,]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SearchPathOption { get; }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word { get; }

    [GeneratedRegex("""\breferences\s+["\[`\\]*(?<schema>\w+)["\]`\\]*\s*\.""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForeignKeys { get; }

    [GeneratedRegex("""\bprincipalSchema\s*:\s*"(?<schema>\w+)"|\breferences\s+["\\]*(?<schema>\w+)["\\]*\s*\.""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PrincipalSchema { get; }

    [GeneratedRegex("""\bgrant\b[^;]*?\bon\s+(?:schema\s+|(?:table\s+)?(?:all\s+\w+\s+in\s+schema\s+)?)["\[`\\]*(?<schema>\w+)[^;]*?\bto\s+["\[`\\]*(?<role>\w+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Grants { get; }

    [GeneratedRegex("""\b(?:dblink(?:_\w+)?\s*\(|create\s+extension\s+(?:if\s+not\s+exists\s+)?"?(?:postgres_fdw|dblink|mysql_fdw|tds_fdw)|create\s+server\b|create\s+subscription\b|create\s+external\s+(?:data\s+source|table)\b|attach\s+database\b|import\s+foreign\s+schema|create\s+foreign\s+table|create\s+(?:or\s+replace\s+)?(?:public\s+)?synonym|open(?:query|rowset|datasource)\s*\(|sp_addlinkedserver)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ties { get; }
}
