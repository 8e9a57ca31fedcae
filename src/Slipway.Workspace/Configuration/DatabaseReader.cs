using System.Text.RegularExpressions;
using Slipway.Machine.Yaml;

namespace Slipway.Workspace.Configuration;

/// <summary>Reads the key <c>database</c>: what the unit owns, and nobody else.</summary>
internal static partial class DatabaseReader
{
    public static UnitDatabase? Read(YamlMap map)
    {
        var engine = map.RequiredString("kind") is null ? null : map.Enum("kind", "postgresql");
        var name = map.Text("name");
        var migrations = map.Text("migrations");
        var schemas = map.TextList("schemas").Where(IsSchema).Select(item => item.Text).Distinct(StringComparer.Ordinal);
        map.RejectUnknownKeys();
        if (name is not null && !Name.IsMatch(name)) Refuse(map["name"]!, $"'{name}' cannot be the name of a database here.");
        if (migrations is not null && !FolderBelow.IsMatch(migrations))
            map["migrations"]!.Report(
                YamlCodes.NotAllowed,
                $"'{migrations}' cannot be the folder of the unit's migrations.",
                "write a folder below the unit's own, with forward slashes, such as src/migrations");
        return engine is null ? null : new(engine, name, migrations, [.. schemas], map.Place);
    }

    private static bool IsSchema(YamlScalar item)
    {
        if (Name.IsMatch(item.Text)) return true;
        Refuse(item, $"'{item.Text}' cannot be the name of a schema here.");
        return false;
    }

    private static void Refuse(YamlNode node, string message) =>
        node.Report(YamlCodes.NotAllowed, message, "write lower-case letters, digits and underscores, a letter first, at most 63");

    [GeneratedRegex(@"\A(?!\.)[^/\\](?:(?!/\.)(?!//)[^\\])*(?<!/)\z", RegexOptions.CultureInvariant)]
    private static partial Regex FolderBelow { get; }

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name { get; }
}
