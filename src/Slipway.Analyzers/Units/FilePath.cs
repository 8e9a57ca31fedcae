namespace Slipway.Analyzers.Units;

/// <summary>Paths as the rules compare them: forward slashes, no <c>.</c> and <c>..</c>, whole segments, any case.</summary>
internal static class FilePath
{
    /// <summary>The compiler keeps <c>..</c> in the paths that it is given, and a linked file then looks as if it lay in the project.</summary>
    public static string Normal(string path)
    {
        var kept = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part is "." || (part.Length == 0 && kept.Count > 0)) continue;
            if (part is ".." && kept.Count > 1) kept.RemoveAt(kept.Count - 1);
            else if (part is not "..") kept.Add(part);
        }
        return string.Join("/", kept);
    }

    /// <summary>The path below the folder, or null where it does not lie in it.</summary>
    /// <param name="path">Normal, or about to be.</param>
    /// <param name="folder">With or without a slash at its end.</param>
    public static string? Below(string path, string folder)
    {
        var inner = Normal(path);
        var outer = Normal(folder).TrimEnd('/') + "/";
        return inner.StartsWith(outer, StringComparison.OrdinalIgnoreCase) ? inner.Substring(outer.Length) : null;
    }

    public static bool IsSame(string path, string other) => string.Equals(Normal(path), Normal(other), StringComparison.OrdinalIgnoreCase);

    public static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
