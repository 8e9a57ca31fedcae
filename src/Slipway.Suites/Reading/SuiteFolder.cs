using Slipway.Suites.Documents;

namespace Slipway.Suites.Reading;

/// <summary>Where a suite may read: its own folder, and for prompts and tools the unit that it judges.</summary>
/// <param name="Path">The folder, absolute.</param>
/// <param name="Root">What messages are relative to, absolute.</param>
internal sealed record SuiteFolder(string Path, string Root)
{
    private const string Scheme = "file://";

    /// <summary>The folder above <c>evals</c>: prompts belong to the unit, and the suite judges the very file that ships.</summary>
    public string UnitPath => System.IO.Path.GetFileName(Path) is "evals" ? System.IO.Path.GetDirectoryName(Path) ?? Path : Path;

    public SourceText Source(string path) => new(path, System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/'));

    public static bool IsReference(string? text) => text?.StartsWith(Scheme, StringComparison.Ordinal) is true;

    /// <summary>The file that <c>file://…</c> names, or null with the reason added to the problems.</summary>
    public SourceText? Resolve(Node reference, string within, string file, ProblemList problems)
    {
        var relative = reference.Text![Scheme.Length..];
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, relative));
        if (!System.IO.Path.IsPathRooted(relative) && path.StartsWith(within + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return Source(path);
        problems.Add(
            Codes.OutsideSuite, file, reference, $"'{reference.Text}' leads outside the {(within == Path ? "suite's" : "unit's")} folder, which is all that this may read.",
            "Name a file below that folder, relative to the suite.");
        return null;
    }
}
