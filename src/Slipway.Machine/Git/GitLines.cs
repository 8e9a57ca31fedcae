namespace Slipway.Machine.Git;

/// <summary>The formats of git's plumbing.</summary>
internal static class GitLines
{
    public static IEnumerable<string> Split(string output) => output.Split('\0', StringSplitOptions.RemoveEmptyEntries);

    /// <summary><c>tag mode id stage TAB path</c>, of <c>ls-files -s -v</c>.</summary>
    public static (GitFile File, IndexState State) IndexEntry(string entry)
    {
        var tab = entry.IndexOf('\t', StringComparison.Ordinal);
        var fields = entry[..tab].Split(' ');
        var state = fields[3] != "0" ? IndexState.Unmerged
            : fields[0] is "S" or "s" ? IndexState.SkipWorkTree
            : char.IsAsciiLetterLower(fields[0][0]) ? IndexState.AssumedUnchanged
            : IndexState.Plain;
        return (new(entry[(tab + 1)..], fields[2], fields[1]), state);
    }

    /// <summary><c>mode type id TAB path</c>, of <c>ls-tree</c>.</summary>
    public static GitFile TreeEntry(string entry)
    {
        var tab = entry.IndexOf('\t', StringComparison.Ordinal);
        var fields = entry[..tab].Split(' ');
        return new(entry[(tab + 1)..], fields[2], fields[0]);
    }

    /// <summary><c>name id peeled</c>; the last is empty for a light tag.</summary>
    public static GitTag Tag(string line)
    {
        var fields = line.Split(' ');
        return new(fields[0], fields[2].Length > 0 ? fields[2] : fields[1]);
    }
}
