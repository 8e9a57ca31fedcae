using System.Collections.Immutable;
using Slipway.Evidence.Releases;
using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Keys;

/// <summary>Reads a key that is given as a PEM or as <c>file:PATH</c>. No message shows what it holds.</summary>
internal static class KeyText
{
    private const string FilePrefix = "file:";
    private const long LargestKey = 64 * 1024;

    public static string ReadPrivate(string value, string source, ImmutableArray<string> repositories)
    {
        if (PathIn(value) is not { } path) return Pem(value, source);
        RefuseBelow(repositories, path);
        return ReadFile(path, source);
    }

    public static string ReadPublic(string value, string source)
    {
        if (PathIn(value) is not { } path) return Pem(value, source);
        for (var folder = Path.GetDirectoryName(RealPath(path)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (!File.Exists(Path.Combine(folder, ReleasePath.Manifest))) continue;
            throw Bad(Codes.KeyInRelease, path,
                $"{source} names a key inside the release {folder}: whoever can change a release could bring a key along.",
                "Take the public key from whoever signs, by another way than the release.");
        }
        return ReadFile(path, source);
    }

    /// <summary>The keys of a text that holds one after another. Where none begins, the text itself: whoever reads it says what is wrong.</summary>
    public static IEnumerable<string> Blocks(string pems)
    {
        const string Begin = "-----BEGIN ";
        var start = Math.Max(0, pems.IndexOf(Begin, StringComparison.Ordinal));
        while (start >= 0)
        {
            var next = pems.IndexOf(Begin, start + 1, StringComparison.Ordinal);
            yield return next < 0 ? pems[start..] : pems[start..next];
            start = next;
        }
    }

    /// <exception cref="BadInputException">The file, or what it links to, lies in one of the folders.</exception>
    public static void RefuseBelow(ImmutableArray<string> repositories, string path)
    {
        string[] places = [Path.GetFullPath(path), RealPath(path)];
        bool Holds(string root) => places.Any(place => IsBelow(place, Path.GetFullPath(root)) || IsBelow(place, RealPath(root)));
        if (repositories.FirstOrDefault(Holds) is not { } repository) return;
        throw Bad(Codes.KeyInRepository, path,
            $"The private key {path} lies in the repository {repository}, from where it would be committed one day.",
            "Move it out, into a folder that is yours alone; if it was ever committed, replace it.");
    }

    /// <summary>The file that a value names, absolute; null where it holds the key itself.</summary>
    public static string? PathIn(string value) =>
        value.StartsWith(FilePrefix, StringComparison.Ordinal) ? Path.GetFullPath(value[FilePrefix.Length..]) : null;

    private static string Pem(string value, string source) => value.Contains("-----BEGIN ", StringComparison.Ordinal)
        ? value
        : throw Bad(Codes.KeyMissing, null, $"{source} is neither a key in PEM nor file:PATH.",
            "Give the key's text, -----BEGIN line included, or the path of its file after 'file:'.");

    private static string ReadFile(string path, string source)
    {
        if (FileKind.Other(path) is { } other)
            throw Bad(Codes.KeyMissing, path, $"{source} names {path}, which is no file but {other}.", "Name the key's own file.");
        try
        {
            return new FileInfo(path).Length <= LargestKey
                ? File.ReadAllText(path)
                : throw Bad(Codes.KeyMissing, path, $"{source} names {path}, which is too large to be a key.", "Name the key's own file.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Bad(Codes.KeyMissing, path,
                $"{source} names {path}, which cannot be read: {error.Message}", "Check the path and who may read it.");
        }
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // Links are followed at every step of the path, not at its end alone; forty of them are a circle, as the kernel has it.
    internal static string RealPath(string path, int links = 0)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } parent || links > 40) return full;
        var here = Path.Combine(RealPath(parent, links), Path.GetFileName(full));
        return new FileInfo(here).LinkTarget is { } target ? RealPath(Path.Combine(Path.GetDirectoryName(here)!, target), links + 1) : here;
    }

    private static BadInputException Bad(string code, string? file, string message, string mend) =>
        new(new Problem { Code = code, Message = message, File = file, Mend = mend });
}
