namespace Slipway.Frosting.Output;

/// <summary>
/// Names files as the person who looks on can open them: relative to the folder where they stand, when that holds the platform. Elsewhere, and in
/// reports, a file is named from the platform's root.
/// </summary>
/// <param name="root">The platform's root, absolute; asked for only when there is something to show.</param>
/// <param name="current">The current folder, absolute.</param>
internal sealed class ShownPaths(Lazy<string> root, string current)
{
    private const string Here = "./";

    public string? Of(string? file)
    {
        if (file is null || Path.IsPathRooted(file)) return file;
        var path = Path.GetRelativePath(current, Path.GetFullPath(file, root.Value)).Replace('\\', '/');
        return path.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(path) ? file : path;
    }

    /// <summary>A sentence, with every path in it that is there named so.</summary>
    public string? In(string? text) => text is null ? null : string.Join(' ', text.Split(' ').Select(word =>
    {
        var path = word.TrimEnd('.', ',', ';', ':');
        if (!path.Contains('/', StringComparison.Ordinal) || !Path.Exists(Path.Combine(root.Value, path))) return word;
        var shown = Of(path)!;
        // Without it a shell would look for a command elsewhere.
        if (path.StartsWith(Here, StringComparison.Ordinal) && !shown.Contains('/', StringComparison.Ordinal)) shown = Here + shown;
        return shown + word[path.Length..];
    }));
}
