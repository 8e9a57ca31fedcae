using System.Collections.Immutable;

namespace Slipway.Artifacts.Oci.Bases;

/// <summary>Which of this machine's Debian packages files came from. Elsewhere: none.</summary>
internal static class DebianPackages
{
    private const string Database = "/var/lib/dpkg";

    /// <param name="files">Absolute, as an image has them; where <c>/lib</c> is a link to <c>/usr/lib</c> the package may say either.</param>
    public static ImmutableArray<BaseComponent> Of(IEnumerable<string> files)
    {
        var lists = Path.Combine(Database, "info");
        if (!Directory.Exists(lists) || !File.Exists(Path.Combine(Database, "status"))) return [];
        var wanted = files.SelectMany(file => (string[])[file, $"/usr{file}"]).ToHashSet(StringComparer.Ordinal);
        var owners = Directory.EnumerateFiles(lists, "*.list")
            .Where(list => File.ReadLines(list).Any(wanted.Contains))
            .Select(list => Path.GetFileNameWithoutExtension(list).Split(':')[0])
            .ToHashSet(StringComparer.Ordinal);
        return [.. Installed().Where(package => owners.Contains(package.Name)).DistinctBy(package => package.Purl).OrderBy(package => package.Purl, StringComparer.Ordinal)];
    }

    private static IEnumerable<BaseComponent> Installed()
    {
        var system = OperatingSystemOf();
        foreach (var paragraph in File.ReadAllText(Path.Combine(Database, "status")).Split("\n\n"))
        {
            var fields = paragraph.Split('\n').Where(line => line.Length > 0 && line[0] != ' ')
                .Select(line => line.Split(": ", 2)).Where(pair => pair.Length == 2)
                .ToLookup(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
            if (fields["Package"].FirstOrDefault() is not { } name || fields["Version"].FirstOrDefault() is not { } version) continue;
            var arch = fields["Architecture"].FirstOrDefault() ?? "all";
            yield return new("library", name, version, $"pkg:deb/{system.Id}/{Uri.EscapeDataString(name)}@{Uri.EscapeDataString(version)}?arch={arch}&distro={system.Distro}");
        }
    }

    private static (string Id, string Distro) OperatingSystemOf()
    {
        var lines = File.Exists("/etc/os-release") ? File.ReadAllLines("/etc/os-release") : [];
        string Value(string key, string absent) =>
            lines.Where(line => line.StartsWith(key + "=", StringComparison.Ordinal)).Select(line => line[(key.Length + 1)..].Trim('"')).FirstOrDefault() ?? absent;
        var id = Value("ID", "debian");
        return (id, $"{id}-{Value("VERSION_ID", "unknown")}");
    }
}
