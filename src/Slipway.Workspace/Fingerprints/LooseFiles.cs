using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Slipway.Machine.Files;
using Slipway.Workspace.Discovery;

namespace Slipway.Workspace.Fingerprints;

/// <summary>Lists a platform that lies in no git work tree, with the ids that git would give: putting it under git changes nothing.</summary>
internal static class LooseFiles
{
    public static async Task<ImmutableSortedDictionary<string, InputFile>> ReadAsync(string root, CancellationToken cancel)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, InputFile>(StringComparer.Ordinal);
        foreach (var path in FileTree.Files(root, folder => Path.GetFileName(folder) != ".git" && !TreeWalker.IsWritten(folder)))
        {
            var file = new FileInfo(Path.Join(root, path));
            // Git would not take a pipe, a socket or a device either.
            if (file.LinkTarget is null && FileKind.Other(file.FullName) is not null) continue;
            files[path] = file.LinkTarget is { } target
                ? new(path, Id(Encoding.UTF8.GetBytes(target)), "120000")
                : new(path, Id(await File.ReadAllBytesAsync(file.FullName, cancel)), IsExecutable(file) ? "100755" : "100644");
        }
        return files.ToImmutable();
    }

    private static bool IsExecutable(FileInfo file) => !OperatingSystem.IsWindows() && file.UnixFileMode.HasFlag(UnixFileMode.UserExecute);

    private static string Id(byte[] content)
    {
        byte[] blob = [.. Encoding.ASCII.GetBytes($"blob {content.Length}\0"), .. content];
#pragma warning disable CA5350 // git's own object id, not a protection: the fingerprint above it is SHA-256
        return Convert.ToHexStringLower(SHA1.HashData(blob));
#pragma warning restore CA5350
    }
}
