namespace Slipway.Boundaries.Inventory;

/// <summary>Paths from the platform's root, with forward slashes and without <c>..</c>: the only form in which two of them may be compared.</summary>
internal static class RepositoryPath
{
    /// <summary>What a relative path leads to from a folder; null where it leaves the platform.</summary>
    public static string? Resolve(string folder, string relative)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in relative.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }
        return string.Join('/', parts);
    }

    /// <summary>Whether a path is a folder or lies below it: whole segments count, so <c>Orders</c> does not hold <c>OrdersArchive</c>.</summary>
    public static bool IsWithin(string path, string folder) => folder.Length == 0
        || (path.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && (path.Length == folder.Length || path[folder.Length] == '/'));

    /// <summary>The part of a pattern before its first wildcard, up to whole segments.</summary>
    public static string WithoutPattern(string path)
    {
        var wild = path.AsSpan().IndexOfAny('*', '?');
        if (wild < 0) return path;
        var slash = path.LastIndexOfAny(['/', '\\'], wild);
        return slash < 0 ? "" : path[..slash];
    }
}
