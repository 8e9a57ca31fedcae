namespace Slipway.Build.Documentation;

/// <summary>
/// One page: a part that is generated, and after a marker what people wrote, which is kept. A page of a code that has no marker was
/// written whole by somebody, and is left alone.
/// </summary>
internal sealed class Page
{
    private const string Marker = "<!-- Written by hand from here on. Everything above comes from ./build.sh --target=Docs. -->";

    /// <param name="name">Relative to <c>docs/reference</c>.</param>
    /// <param name="generated">Markdown.</param>
    /// <param name="mayBeWhole">Whether an existing page without a marker is somebody's own.</param>
    public Page(string name, string generated, bool mayBeWhole = false)
    {
        Path = System.IO.Path.Combine(Reference.Folder, name);
        var existing = File.Exists(Path) ? File.ReadAllText(Path).ReplaceLineEndings("\n") : null;
        var kept = existing?.IndexOf(Marker, StringComparison.Ordinal) is >= 0 and var index ? existing[index..] : null;
        Text = existing is not null && kept is null && mayBeWhole
            ? existing
            : $"{generated.ReplaceLineEndings("\n").Trim()}\n\n{(kept ?? Marker).Trim()}\n";
        IsUpToDate = existing == Text;
    }

    /// <summary>Absolute.</summary>
    public string Path { get; }

    public string Shown => System.IO.Path.GetRelativePath(Repository.Root, Path).Replace('\\', '/');

    public string Text { get; }

    public bool IsUpToDate { get; }
}
