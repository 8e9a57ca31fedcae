using System.Collections.Immutable;
using Slipway.Artifacts.Signing;
using Slipway.Evidence.Releases;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Oci;

/// <summary>
/// The files of a release's layout that nobody signs, because they follow from what is signed and from the signed statements: the index,
/// for <c>release.json</c> and each statement a blob and the manifest that ties it to the image or artifact. Whoever verifies computes them again and compares.
/// </summary>
public static class DerivedFiles
{
    /// <param name="manifest">Of the release.</param>
    /// <param name="statements">The statements' files, by path relative to the release.</param>
    /// <returns>Bytes by path, relative to the release; empty for a release without a layout.</returns>
    public static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Of(
        ReleaseManifest manifest, IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> statements)
    {
        var derived = ImmutableSortedDictionary.CreateBuilder<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        if (ReleaseLayout.Of(manifest.Content) is not { } layout) return derived.ToImmutable();
        var manifests = layout.Manifests.ToList();
        var release = ReleaseManifestWriter.Write(manifest);
        manifests.Add(Refer(Referrers.OfRelease(release, layout.Main), release).With(LayoutIndex.NameAnnotation, "release"));
        foreach (var (path, statement) in statements.OrderBy(statement => statement.Key, StringComparer.Ordinal))
            manifests.Add(Refer(Referrers.OfStatement(Path.GetFileName(path), statement, layout.Main), statement));
        derived[LayoutPath.Index] = LayoutIndex.Write(manifests);
        // What is signed already follows from nothing else.
        derived.RemoveRange(manifest.Content.Files.Select(file => file.Path));
        return derived.ToImmutable();

        Descriptor Refer(OciManifest referrer, ReadOnlyMemory<byte> content)
        {
            var bytes = referrer.Write();
            derived[LayoutPath.Blob(Digest.Of(content.Span))] = content;
            derived[LayoutPath.Blob(Digest.Of(bytes))] = bytes;
            derived[Descriptor.Empty.Path] = Descriptor.EmptyContent.ToArray();
            return referrer.Describe(bytes);
        }
    }

    /// <summary>The same for the statements that lie in the folder.</summary>
    /// <param name="folder">The release.</param>
    /// <param name="manifest">Its manifest.</param>
    public static ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Of(string folder, ReleaseManifest manifest) =>
        Of(manifest, FileTree.Files(Path.Combine(folder, ReleasePath.Attestations))
            .Where(IsStatement)
            .Select(file => $"{ReleasePath.Attestations}/{file}")
            .Where(path => new FileInfo(Path.Combine(folder, path)) is { LinkTarget: null, Length: > 0 and <= StatementFolder.LargestStatement })
            .Select(path => KeyValuePair.Create(path, (ReadOnlyMemory<byte>)File.ReadAllBytes(Path.Combine(folder, path)))));

    /// <summary>Writes them, where they differ from what lies there, and removes those of statements that are gone.</summary>
    /// <param name="folder">The release, whose other files are known to be those of <paramref name="manifest"/>.</param>
    /// <param name="manifest">Its manifest.</param>
    public static void Write(string folder, ReleaseManifest manifest)
    {
        var derived = Of(folder, manifest);
        if (derived.IsEmpty) return;
        var known = manifest.Content.Files.Select(file => file.Path).Concat(derived.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, bytes) in derived)
        {
            var file = Path.Combine(folder, path);
            if (!IsThere(file, bytes)) Place(folder, file, bytes.Span);
        }
        foreach (var path in FileTree.Files(Path.Combine(folder, LayoutPath.Folder)).Select(file => $"{LayoutPath.Folder}/{file}"))
            if (!known.Contains(path)) File.Delete(Path.Combine(folder, path));
    }

    /// <summary>Whether such a file may have this path.</summary>
    internal static bool MayLieAt(string path) =>
        path == LayoutPath.Index || path.StartsWith($"{LayoutPath.Folder}/{LayoutPath.Blobs}/", StringComparison.Ordinal);

    /// <summary>Whether what lies there are these bytes.</summary>
    internal static bool IsThere(string file, ReadOnlyMemory<byte> bytes) =>
        new FileInfo(file) is { Exists: true, LinkTarget: null } present && present.Length == bytes.Length && File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes.Span);

    private static bool IsStatement(string file) => file.EndsWith(".sigstore.json", StringComparison.Ordinal) && !file.Contains('/', StringComparison.Ordinal);

    // The temporary file lies beside the release, not in it: after a crash the release must not hold a file that nobody knows.
    private static void Place(string folder, string file, ReadOnlySpan<byte> bytes)
    {
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folder))!, $".{Path.GetFileName(folder)}.derived");
        AtomicFile.WriteAllBytes(beside, bytes, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.Move(beside, file, overwrite: true);
    }
}
