using System.Security.Cryptography;
using System.Text;
using Slipway.Machine.Files;

namespace Slipway.Machine.Git;

/// <summary>
/// The ids that git would give to files as they lie in the work tree, byte for byte: a compiler sees the line ends that git would take away.
/// </summary>
internal sealed class BlobIds(string root, GitCommand git)
{
    /// <summary>Ids of the changed files that exist.</summary>
    /// <param name="changed">Their paths.</param>
    /// <param name="known">What the index says of them.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<IReadOnlyList<GitFile>> OfAsync(
        IReadOnlySet<string> changed, IReadOnlyDictionary<string, GitFile> known, CancellationToken cancellationToken)
    {
        var entries = changed.Select(path => (Path: path, Info: new FileInfo(Path.Combine(root, path)))).ToArray();
        var links = entries.Where(entry => entry.Info.LinkTarget is not null);
        var regular = entries.Where(entry => entry.Info is { LinkTarget: null, Exists: true } && FileKind.Other(entry.Info.FullName) is null).Select(entry => entry.Path).ToArray();

        var found = new List<GitFile>();
        if (regular.Length > 0)
        {
            var list = string.Concat(regular.Select(Quoted));
            var hashing = await git.RunAsync(["hash-object", "--no-filters", "--stdin-paths"], cancellationToken, list).ConfigureAwait(false);
            var ids = hashing.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            found.AddRange(regular.Zip(ids, (path, id) => new GitFile(path, id, ModeOf(path))));
        }
        var wide = known.Values.FirstOrDefault()?.ContentId.Length == 64;
        found.AddRange(links.Select(entry => new GitFile(entry.Path, OfText(entry.Info.LinkTarget!, wide), "120000")));
        return found;
    }

    // git hash-object follows links; a link's own content is its target.
    private static string OfText(string text, bool wide)
    {
        var content = Encoding.UTF8.GetBytes(text);
        byte[] blob = [.. Encoding.ASCII.GetBytes($"blob {content.Length}\0"), .. content];
#pragma warning disable CA5350 // git's own object id, not a protection
        return Convert.ToHexStringLower(wide ? SHA256.HashData(blob) : SHA1.HashData(blob));
#pragma warning restore CA5350
    }

    // One path a line, quoted as in C, because a path may hold a line end.
    private static string Quoted(string path)
    {
        var escaped = path
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
        return $"\"{escaped}\"\n";
    }

    private string ModeOf(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(Path.Combine(root, path)) & UnixFileMode.UserExecute) != 0 ? "100755" : "100644";
}
