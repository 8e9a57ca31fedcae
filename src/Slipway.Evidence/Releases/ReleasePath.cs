using System.Text;

namespace Slipway.Evidence.Releases;

/// <summary>Which paths may stand in a release: those that mean one file, inside the folder, on every system.</summary>
public static class ReleasePath
{
    /// <summary>The manifest itself, which cannot hold its own digest.</summary>
    public const string Manifest = "release.json";

    /// <summary>The folder of the signed statements, which are made of the digest and so lie outside it.</summary>
    public const string Attestations = "attestations";

    /// <summary>The index of the OCI layout, which follows from the content and the signatures, and so lies outside too.</summary>
    public const string Index = "oci/index.json";

    /// <summary>Says what is wrong with a path, or null.</summary>
    public static string? Fault(string path)
    {
        if (path.Length == 0) return "is empty";
        if (path.Contains('\\', StringComparison.Ordinal)) return "has a backslash";
        if (path[0] is '/' || path is [_, ':', ..]) return "is absolute";
        foreach (var character in path) if (char.IsControl(character)) return "has a control character";
        // A half surrogate enumerates as U+FFFD; a name that is not UTF-8 on disk arrives here as U+FFFD.
        if (!Ascii.IsValid(path) && path.EnumerateRunes().Contains(Rune.ReplacementChar)) return "is not valid Unicode";
        var segments = path.Split('/');
        if (segments.Contains("..")) return "leaves the release's folder";
        if (segments.Any(segment => segment is "" or ".")) return "has an empty segment";
        if (Same(path, Manifest) || Same(path, Index) || Same(segments[0], Attestations)) return "is kept for the release's own use";
        return null;
    }

    /// <summary>Finds paths that are one and the same file where case does not count, or file and folder at once.</summary>
    public static IEnumerable<(string First, string Second)> Clashes(IEnumerable<string> paths)
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var folders = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths)
        {
            if (!taken.TryAdd(path, path)) yield return (taken[path], path);
            for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
                folders.TryAdd(path[..slash], path);
        }
        foreach (var (path, first) in taken)
            if (folders.TryGetValue(path, out var below)) yield return (first, below);
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
