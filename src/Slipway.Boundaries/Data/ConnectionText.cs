using System.Buffers;
using System.Text.RegularExpressions;

namespace Slipway.Boundaries.Data;

/// <summary>Finds databases in the text of a configuration, whatever its format: what a connection string looks like is the same in all of them.</summary>
internal static partial class ConnectionText
{
    // Databases that every server has, to be connected to before there is one of one's own.
    private static readonly HashSet<string> Servers = new(["postgres", "template1", "master", "mysql", "admin", "tempdb", "information_schema", "sys", "0"], StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Template = SearchValues.Create("${}<>%#@*|");

    private static readonly string[] Ports = [":5432", ":1433", ",1433", ":3306", ":27017"];

    public static IEnumerable<DatabaseUse> Find(string file, string text)
    {
        var number = 0;
        Dictionary<string, (string Host, int Line)> hosts = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (line, shift) in Lines(text))
        {
            number++;
            if (line.Length > 4000 || line.AsSpan().TrimStart().StartsWith("#") || line.AsSpan().TrimStart().StartsWith("//")) continue;
            foreach (var (host, database, column) in InLine(line))
            {
                if (Use(host, database, file, number, column - shift) is { } use) yield return use;
            }
            // DB_HOST and DB_NAME on lines of their own, in whichever order.
            if (Variable.Match(line) is not { Success: true } variable) continue;
            if (variable.Groups["host"].Success) hosts[StemOf(variable)] = (variable.Groups["value"].Value, number);
        }
        number = 0;
        if (hosts.Count == 0) yield break;
        foreach (var (line, shift) in Lines(text))
        {
            number++;
            if (Variable.Match(line) is { Success: true } variable && variable.Groups["name"].Success && StemsOf(variable).FirstOrDefault(hosts.ContainsKey) is { } stem
                && Use(hosts[stem].Host, variable.Groups["value"].Value, file, number, variable.Groups["value"].Index + 1 - shift) is { } use) yield return use;
        }
    }

    // Of Kubernetes a variable's name and value stand on two lines: the second is read as if it were `NAME: value`, which shifts its columns.
    private static IEnumerable<(string Line, int Shift)> Lines(string text)
    {
        string? name = null;
        foreach (var line in text.Split('\n'))
        {
            yield return name is not null && Value.IsMatch(line) ? (Value.Replace(line, name), name.Length - "value".Length) : (line, 0);
            name = Named.Match(line) is { Success: true } named ? named.Groups["name"].Value : null;
        }
    }

    // host and name alone are a database's where they stand beside each other: of an Ingress they are not.
    private static string StemOf(Match variable) => variable.Groups["stem"] is { Length: > 0 } stem ? stem.Value : $"{variable.Groups["stem"].Index}";

    // DB_NAME goes with DB_HOST as well as with HOST.
    private static IEnumerable<string> StemsOf(Match variable)
    {
        yield return StemOf(variable);
        if (variable.Groups["name"].Value is { Length: > 4 } name && name.EndsWith("name", StringComparison.OrdinalIgnoreCase))
            yield return $"{variable.Groups["stem"].Value}_{name[..^"name".Length]}".Trim('_');
    }

    private static IEnumerable<(string Host, string Database, int Column)> InLine(string line)
    {
        foreach (Match url in Url.Matches(line)) yield return (url.Groups["host"].Value, url.Groups["database"].Value, url.Index + 1);
        var databases = Database.Matches(line);
        if (databases.Count == 0) yield break;
        foreach (Match host in Host.Matches(line))
        {
            // The database of the same connection string: no quote lies between the two.
            var match = databases.FirstOrDefault(database => NoQuoteBetween(line, host.Index, database.Index));
            if (match is null) continue;
            var port = Port.Matches(line).FirstOrDefault(port => NoQuoteBetween(line, host.Index, port.Index))?.Groups["port"].Value;
            yield return (host.Groups["host"].Value + (port is null ? "" : $":{port}"), match.Groups["database"].Value, host.Index + 1);
        }
    }

    private static bool NoQuoteBetween(string line, int one, int other) =>
        line.AsSpan(Math.Min(one, other), Math.Abs(one - other)).IndexOf('"') < 0;

    private static DatabaseUse? Use(string host, string database, string file, int line, int column)
    {
        (host, database) = (Default.Replace(host, "$1"), Default.Replace(database, "$1"));
        (host, database) = (host.Trim().Trim('\'', '"').ToLowerInvariant(), database.Trim().Trim('\'', '"').ToLowerInvariant());
        if (host.StartsWith("tcp:", StringComparison.Ordinal)) host = host[4..];
        foreach (var port in Ports)
        {
            if (host.EndsWith(port, StringComparison.Ordinal)) host = host[..^port.Length];
        }
        host = host.Replace(',', ':');
        if (host is "." or "(local)" or "::1" or "127.0.0.1") host = "localhost";
        if (host.StartsWith("127.0.0.1:", StringComparison.Ordinal)) host = "localhost" + host["127.0.0.1".Length..];
        // What a template will be filled with is not known here; where only the host is one, the database is still somebody's.
        if (host.Length == 0 || database.Length == 0 || IsTemplate(database) || Servers.Contains(database)) return null;
        return new(IsTemplate(host) ? DatabaseUse.AnyHost : host, database, file, line, column);
    }

    private static bool IsTemplate(string text) => text.AsSpan().IndexOfAny(Template) >= 0;

    // ${DATABASE:-billing}: what holds where nobody says otherwise.
    [GeneratedRegex("""\$\{\w+:-?([^{}]*)\}""", RegexOptions.CultureInvariant)]
    private static partial Regex Default { get; }

    [GeneratedRegex("""\b(?:Host|Server|Data Source|Addr|Address|Network Address)\s*=\s*(?<host>[^;"'\s]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Host { get; }

    [GeneratedRegex("""\b(?:Database|Initial Catalog)\s*=\s*(?<database>[^;"'\s]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Database { get; }

    [GeneratedRegex("""\bPort\s*=\s*(?<port>\d+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Port { get; }

    [GeneratedRegex("""\b(?:jdbc:)?(?:postgres(?:ql)?(?:\+\w+)?|mysql|mariadb|sqlserver|mssql|mongodb(?:\+srv)?|cockroachdb)://(?:[^@/\s"']*@)?(?<host>[^/;\s"'?]+)(?:/|;\s*database(?:Name)?=)(?<database>[^?;&\s"'/]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Url { get; }

    [GeneratedRegex("""^\s*-?\s*name:\s*["']?(?<name>\w+)["']?\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Named { get; }

    [GeneratedRegex("""(?<=^\s*)value(?=:\s)""", RegexOptions.CultureInvariant)]
    private static partial Regex Value { get; }

    [GeneratedRegex("""^\s*(?:export\s+|-\s*|ENV\s+)?["']?(?<stem>[A-Za-z_]*?)_?(?:(?<host>HOST|SERVER|HOSTNAME)|(?<name>DB|DATABASE|DATABASE_NAME|DB_NAME|DBNAME|NAME))["']?\s*[:=]\s*["']?(?<value>[^"'\s,#]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Variable { get; }
}
