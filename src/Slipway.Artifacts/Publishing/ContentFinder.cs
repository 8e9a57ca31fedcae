using System.Collections.Immutable;
using System.Formats.Tar;
using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Registries.Layouts;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Publishing;

/// <summary>
/// Finds the plain files of a release in the blobs and layers of its layout: by their digests alone. Names in an archive are not looked at, so
/// none can lead anywhere; where a file belongs, the release's own manifest says.
/// </summary>
/// <param name="release">The folder that is being put together.</param>
/// <param name="content">What it is to hold.</param>
internal sealed class ContentFinder(string release, ReleaseContent content)
{
    private const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Execute = Plain | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly Dictionary<Digest, ImmutableArray<ReleaseFile>> _wanted = content.Files
        .Where(file => !file.Path.StartsWith($"{LayoutPath.Folder}/", StringComparison.Ordinal))
        .GroupBy(file => file.Digest).ToDictionary(group => group.Key, group => group.ToImmutableArray());

    private readonly LayoutFolder _layout = new(Path.Combine(release, LayoutPath.Folder));

    /// <summary>Puts in place what it finds. What it does not find is missing afterwards.</summary>
    public void Find(IEnumerable<ManifestText> manifests)
    {
        var blobs = manifests.SelectMany(manifest => manifest.Blobs).DistinctBy(blob => blob.Digest).ToArray();
        foreach (var blob in blobs.Where(blob => _wanted.ContainsKey(blob.Digest))) Put(blob.Digest, _layout.PathOf(blob.Digest), Plain);
        foreach (var layer in blobs.Where(blob => blob.MediaType == MediaTypes.Layer && _wanted.Count > 0)) Unpack(_layout.PathOf(layer.Digest));
    }

    private void Unpack(string layer)
    {
        // Where nothing of the content is put: elsewhere a manifest could name this very file.
        var scratch = Path.Combine(release, LayoutPath.Folder, ".entry");
        try
        {
            using var file = File.OpenRead(layer);
            using var archive = new TarReader(file);
            while (archive.GetNextEntry() is { } entry)
            {
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)) continue;
                Write(scratch, entry.DataStream);
                var digest = FileDigest.OfFile(scratch);
                if (_wanted.ContainsKey(digest)) Put(digest, scratch, entry.Mode.HasFlag(UnixFileMode.UserExecute) ? Execute : Plain);
            }
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or FormatException or OverflowException or ArgumentException)
        {
            // No archive that could be read further: what it did not give is missing, and is told so.
        }
        finally
        {
            File.Delete(scratch);
        }
    }

    private static void Write(string path, Stream? content)
    {
        using var target = File.Create(path);
        content?.CopyTo(target);
    }

    private void Put(Digest digest, string source, UnixFileMode mode)
    {
        _wanted.Remove(digest, out var files);
        foreach (var place in files.Select(file => Path.Combine(release, file.Path)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(source, place);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(place, mode);
        }
    }
}
