using Slipway.Machine.Files;
using Slipway.Machine.Yaml;
using Slipway.Model.Problems;

namespace Slipway.Workspace.Discovery;

/// <summary>
/// Why a name in the repository is no file to read. A link to a file of the same repository is as good as the file; one that leads out
/// or nowhere, a folder, a pipe or a device is not.
/// </summary>
internal static class FileFault
{
    public static Problem? Of(string root, string path) =>
        OfLink(root, path) ?? (FileKind.Other(Path.Join(root, path)) is { } other ? NoFile(path, other) : null);

    /// <summary>Only what is wrong with a link, be it to a file or a folder; null for what is no link.</summary>
    public static Problem? OfLink(string root, string path)
    {
        var absolute = Path.Join(root, path);
        if (new FileInfo(absolute).LinkTarget is not { } target) return null;
        if (RealPath.Of(absolute) is not { } real) return Broken(path, target);
        return IsBelow(RealPath.Of(root)!, real) ? null : Outside(path, real);
    }

    private static bool IsBelow(string root, string real) =>
        real == root || real.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static Problem NoFile(string path, string other) => new()
    {
        Code = YamlCodes.Unreadable,
        Message = $"This is not a regular file but {other}.",
        Mend = "put a file in its place, or remove it",
        File = path,
    };

    private static Problem Broken(string path, string target) => new()
    {
        Code = Codes.LinkOutside,
        Message = $"'{path}' is a link to '{target}', which leads nowhere.",
        Mend = "correct the link, or remove it",
        File = path,
    };

    private static Problem Outside(string path, string real) => new()
    {
        Code = Codes.LinkOutside,
        Message = $"'{path}' is a link to '{real}', which lies outside of the repository: what it holds could change without a commit.",
        Mend = "put what it leads to into the repository",
        File = path,
    };
}
