using System.Collections.Immutable;
using Slipway.Artifacts.Folders;
using Slipway.Artifacts.Oci;
using Slipway.Evidence;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Releases;
using Slipway.Machine.Files;
using Slipway.Model.Problems;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Verification;

/// <summary>Holds a release's folder against its manifest.</summary>
internal static class ReleaseFolder
{
    // Far above what a release of a hundred thousand files needs; below what would hurt the machine that verifies.
    private const long LargestMetadata = 64 * 1024 * 1024;

    /// <summary>How every difference is mended: nothing in a release is ever repaired in place.</summary>
    public static string Mend(string folder) => File.Exists(Path.Combine(folder, ReleasePath.Manifest)) || ReleaseVersion.IsValid(Path.GetFileName(folder))
        ? $"Delete {folder} and run again, or take the release again from where it was built."
        : "Take the release again from where it was built, or name the folder in which its release.json lies.";

    /// <summary>Reads <c>release.json</c>, which may be missing or of any size and shape.</summary>
    public static Reading<ReleaseManifest> ReadManifest(string folder)
    {
        var (bytes, problem) = ReadMetadata(folder, ReleasePath.Manifest, Codes.ReleaseMissing);
        var reading = problem is null ? ReleaseManifestReader.Read(bytes) : Reading<ReleaseManifest>.Reject(problem);
        return reading.Match(
            Reading<ReleaseManifest>.Accept,
            problems => Reading<ReleaseManifest>.Reject([.. problems.Select(fault => fault with { Mend = Mend(folder) })]));
    }

    /// <summary>The bytes of the part <c>sbom</c>; null where the release has none, or they cannot be read.</summary>
    public static ReadOnlyMemory<byte>? ReadSbom(string folder, ReleaseContent content)
    {
        if (!content.Parts.TryGetValue("sbom", out var path)) return null;
        var (bytes, problem) = ReadMetadata(folder, path, Codes.FileMissing);
        return problem is null ? bytes : null;
    }

    /// <summary>Reads one of the files that a release has for itself.</summary>
    public static (ReadOnlyMemory<byte> Bytes, Problem? Problem) ReadMetadata(string folder, string path, string missing, long largest = LargestMetadata)
    {
        var file = new FileInfo(Path.Combine(folder, path));
        if (!file.Exists) return (default, At(folder, path, missing, $"{path} is missing."));
        if (file.LinkTarget is not null) return (default, LinkAt(folder, path));
        if (file.Length == 0 || file.Length > largest)
            return (default, At(folder, path, Codes.FileChanged, $"{path} has {file.Length} bytes, which cannot be right."));
        try
        {
            return (File.ReadAllBytes(file.FullName), null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (default, At(folder, path, Codes.FileUnreadable, $"{path} cannot be read: {error.Message}"));
        }
    }

    /// <summary>
    /// Every difference between the folder and the content: files changed, missing or extra, links, and empty folders. Of what follows from
    /// the statements nothing is said: see <see cref="CompareDerived"/>.
    /// </summary>
    public static async Task<ImmutableArray<Problem>> CompareAsync(string folder, ReleaseContent content, CancellationToken cancellation)
    {
        var present = FileTree.Files(folder).ToHashSet(StringComparer.Ordinal);
        var faults = new Problem?[content.Files.Length];
        await Parallel.ForAsync(0, faults.Length, cancellation, (index, _) =>
        {
            faults[index] = Compare(folder, content.Files[index], present);
            return ValueTask.CompletedTask;
        });
        var extra = present
            .Except(content.Files.Select(file => file.Path), StringComparer.Ordinal)
            .Where(path => !IsOwn(path) && !DerivedFiles.MayLieAt(path));
        var known = content.Files.Select(file => file.Path).Append(AttestationName.Provenance.Path).Concat(present);
        return [.. faults.OfType<Problem>(), .. Extra(folder, extra), .. FolderFiles.FoldersWithout(folder, known).Select(path => FolderAt(folder, path))];
    }

    /// <summary>Every difference between the folder and what follows from the content and the statements that lie there.</summary>
    public static IEnumerable<Problem> CompareDerived(string folder, ReleaseManifest manifest) => DerivedFiles.Of(folder, manifest)
        .Where(derived => !DerivedFiles.IsThere(Path.Combine(folder, derived.Key), derived.Value))
        .Select(derived => FaultAt(folder, derived.Key))
        .Concat(Stray(folder, manifest));

    /// <summary>Blobs that neither the content lists nor a statement that lies there accounts for.</summary>
    public static IEnumerable<Problem> Stray(string folder, ReleaseManifest manifest) => Extra(folder, FileTree.Files(Path.Combine(folder, LayoutPath.Folder))
        .Select(file => $"{LayoutPath.Folder}/{file}")
        .Where(DerivedFiles.MayLieAt)
        .Except(manifest.Content.Files.Select(file => file.Path), StringComparer.Ordinal)
        .Except(DerivedFiles.Of(folder, manifest).Keys, StringComparer.Ordinal));

    /// <summary>What can be said when there is no manifest to be believed: links.</summary>
    public static IEnumerable<Problem> Links(string folder) => FileTree.Files(folder)
        .Where(path => !IsOwn(path) && FolderFiles.IsLink(folder, path))
        .Select(path => LinkAt(folder, path));

    // What a release holds for itself, outside its digest.
    private static bool IsOwn(string path) => path == ReleasePath.Manifest || AttestationName.TryParsePath(path, out _);

    private static Problem? Compare(string folder, ReleaseFile expected, HashSet<string> present)
    {
        var path = expected.Path;
        if (!present.Contains(path)) return At(folder, path, Codes.FileMissing, $"{path} is missing from the release.");
        if (FolderFiles.IsLink(folder, path)) return LinkAt(folder, path);
        try
        {
            var size = new FileInfo(Path.Combine(folder, path)).Length;
            if (size != expected.Size)
                return At(folder, path, Codes.FileChanged, $"{path} was changed: it has {size} bytes, and was released with {expected.Size}.");
            var digest = FolderFiles.Hash(folder, path).Digest;
            return digest == expected.Digest
                ? null
                : At(folder, path, Codes.FileChanged, $"{path} was changed: its digest is {digest}, and it was released with {expected.Digest}.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return At(folder, path, Codes.FileUnreadable, $"{path} cannot be read: {error.Message}");
        }
    }

    private static Problem FaultAt(string folder, string path) => FolderFiles.IsLink(folder, path) ? LinkAt(folder, path)
        : !File.Exists(Path.Combine(folder, path)) ? At(folder, path, Codes.FileMissing, $"{path} is missing from the release.")
        : At(folder, path, Codes.FileChanged, $"{path} was changed: it does not follow from the release and its statements.");

    private static IEnumerable<Problem> Extra(string folder, IEnumerable<string> paths) => paths
        .Order(StringComparer.Ordinal)
        .Select(path => FolderFiles.IsLink(folder, path)
            ? LinkAt(folder, path)
            : At(folder, path, Codes.FileExtra, $"{path} does not belong to the release: nobody signed it."));

    private static Problem LinkAt(string folder, string path) =>
        At(folder, path, Codes.LinkInRelease, $"{path} is a link, and a release holds plain files only.");

    private static Problem FolderAt(string folder, string path) =>
        At(folder, path, Codes.FolderExtra, $"{path} does not belong to the release: it is a folder without a file.");

    private static Problem At(string folder, string path, string code, string message) =>
        new() { Code = code, Message = message, File = path, Mend = Mend(folder) };
}
