using System.IO.Compression;
using System.Security.Cryptography;
using Slipway.Model;

namespace Slipway.Artifacts.Feeds;

/// <summary>What a package holds, its signatures left out: the author's, and the one that a feed may add.</summary>
internal static class PackageContent
{
    private const string Signature = ".signature.p7s";

    /// <summary>Over the name and the bytes of every entry.</summary>
    /// <exception cref="InvalidDataException">It is no package.</exception>
    public static Digest DigestOf(Stream package)
    {
        using var archive = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        var lines = archive.Entries
            .Where(entry => entry.FullName != Signature)
            .OrderBy(entry => entry.FullName, StringComparer.Ordinal)
            .Select(entry => $"{entry.FullName}\0{HashOf(entry)}\n");
        return Digest.Of(string.Concat(lines));
    }

    private static string HashOf(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
