using System.Collections.Immutable;
using Slipway.Artifacts.Oci.Bases;
using Slipway.Model.Problems;
using Slipway.Model.Releases;
using Slipway.Model.Units;

namespace Slipway.Artifacts.Oci;

/// <summary>Writes a release's OCI layout out of the plain parts that lie in it already: everything but what follows from it (<see cref="DerivedFiles"/>).</summary>
internal sealed class LayoutWriter
{
    private readonly UnitId _unit;
    private readonly string _release;
    private readonly ImmutableArray<string> _files;
    private readonly string _layout;
    private readonly BlobFolder _blobs;
    private readonly SortedDictionary<string, Descriptor> _written = new(StringComparer.Ordinal);
    private readonly CancellationToken _cancellation;

    private LayoutWriter(UnitId unit, string release, ImmutableArray<string> files, CancellationToken cancellation)
    {
        (_unit, _release, _files, _cancellation) = (unit, release, files, cancellation);
        _layout = Path.Combine(release, LayoutPath.Folder);
        _blobs = new(_layout);
    }

    /// <param name="unit">Whose release it is.</param>
    /// <param name="release">The release's folder, which is still being written.</param>
    /// <param name="files">The plain files in it, relative.</param>
    /// <param name="draft">What to make of them.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="KnownFailureException">The base image was altered.</exception>
    public static async Task<WrittenLayout> WriteAsync(
        UnitId unit, string release, ImmutableArray<string> files, LayoutDraft draft, CancellationToken cancellation)
    {
        var writer = new LayoutWriter(unit, release, files, cancellation);
        return draft switch
        {
            LayoutDraft.Image image => await writer.WriteImageAsync(image),
            _ => await writer.WriteArtifactAsync(),
        };
    }

    private async Task<WrittenLayout> WriteImageAsync(LayoutDraft.Image draft)
    {
        ImmutableArray<Descriptor> below = [.. await Task.WhenAll(draft.Base.Layers.Select(layer => CopyAsync(draft.Base, layer)))];
        var app = await PutLayerAsync("app", "app/");
        var config = Put(MediaTypes.Config, ConfigOf(draft, app).Write());
        var image = PutManifest(new() { Config = config, Layers = [.. below, app] });
        await WriteMarkersAsync(config, [.. below, app]);
        var bundle = await PutBesideAsync("migrate", MediaTypes.MigrationBundle, image);
        var tests = await PutBesideAsync("tests", MediaTypes.Tests, image);
        return Written("image", image, bundle, tests, await PutContractsAsync(image));
    }

    private async Task<WrittenLayout> WriteArtifactAsync()
    {
        var layers = _unit.Kind is UnitKind.Package
            ? [.. await Task.WhenAll(PartFiles("package").Select(PutPackageAsync))]
            : ImmutableArray.Create(await PutLayerAsync("app", ""));
        var artifact = PutManifest(new() { ArtifactType = MediaTypes.ArtifactOf(_unit.Kind), Config = PutEmpty(), Layers = layers });
        Directory.CreateDirectory(_layout);
        await LayoutIndex.WriteMarkerAsync(_layout, _cancellation);
        return Written("artifact", artifact, null, null, await PutContractsAsync(artifact));
    }

    // Beside the image and never in it: nobody who runs it needs them, and whoever pulls the release gets them with it.
    private Task<Descriptor?> PutContractsAsync(Descriptor subject) => PutBesideAsync("contracts", MediaTypes.Contracts, subject);

    private async Task<Descriptor?> PutBesideAsync(string part, string artifactType, Descriptor subject) => PartFiles(part).Any()
        ? PutManifest(new() { ArtifactType = artifactType, Config = PutEmpty(), Layers = [await PutLayerAsync(part, "")], Subject = subject })
        : null;

    /// <summary>The SBOM's blob, and what ties it to the image or artifact.</summary>
    public static ImmutableArray<ReleaseFile> AddSbom(string release, byte[] sbom, WrittenLayout layout)
    {
        var blobs = new BlobFolder(Path.Combine(release, LayoutPath.Folder));
        var blob = blobs.Put(MediaTypes.CycloneDx, sbom);
        var referrer = Referrers.OfSbom(new(LayoutPath.Sbom, blob.Digest, blob.Size), layout.Main);
        return [FileOf(blob), FileOf(blobs.Put(MediaTypes.Manifest, referrer.Write())), FileOf(blobs.Put(MediaTypes.Empty, Descriptor.EmptyContent))];
    }

    private static ImageConfig ConfigOf(LayoutDraft.Image draft, Descriptor app) => (draft.Base.Config with
    {
        DiffIds = [.. draft.Base.Config.DiffIds, app.Digest],
        Start = draft.Entrypoint,
        Ports = ["8080/tcp"],
        RunsAs = "1654",
        WorkingFolder = "/app",
    }).WithEnvironment(draft.Environment);

    private async Task<Descriptor> CopyAsync(BaseImage from, Descriptor layer)
    {
        var source = new BlobFolder(from.Layout).PathOf(layer.Digest);
        if (!File.Exists(source)) throw BaseImageReader.Unreadable(from.Name, $"its layer {layer.Digest} is missing from {from.Layout}");
        var copy = await _blobs.ShareFileAsync(layer.MediaType, source, _cancellation);
        if (copy.Digest != layer.Digest) throw BaseImageReader.Unreadable(from.Name, $"its layer {layer.Digest} was altered, and is {copy.Digest}");
        return Note(copy);
    }

    private async Task<Descriptor> PutLayerAsync(string part, string prefix)
    {
        var folder = Path.Combine(_release, part);
        var files = PartFiles(part).Select(file => file[(part.Length + 1)..]);
        return Note(await _blobs.PutAsync(MediaTypes.Layer, target => TarLayer.Of(folder, files, prefix).WriteAsync(target, _cancellation)));
    }

    private async Task<Descriptor> PutPackageAsync(string file)
    {
        var type = file.EndsWith(".tgz", StringComparison.Ordinal) ? "application/gzip" : "application/zip";
        var blob = Note(await _blobs.PutFileAsync(type, Path.Combine(_release, file), _cancellation));
        return blob.With(LayoutIndex.TitleAnnotation, Path.GetFileName(file));
    }

    private async Task WriteMarkersAsync(Descriptor config, ImmutableArray<Descriptor> layers)
    {
        await LayoutIndex.WriteMarkerAsync(_layout, _cancellation);
        await File.WriteAllBytesAsync(Path.Combine(_layout, LayoutPath.DockerManifest), DockerManifest.Write(_unit, config.Digest, layers.Select(layer => layer.Digest)), _cancellation);
    }

    private WrittenLayout Written(string part, Descriptor main, Descriptor? bundle, Descriptor? tests, Descriptor? promises)
    {
        var parts = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal).Add(part, main.Path);
        if (bundle is not null) parts = parts.Add("bundle", bundle.Path);
        if (tests is not null) parts = parts.Add("test-programs", tests.Path);
        if (promises is not null) parts = parts.Add("promises", promises.Path);
        string[] plain = [LayoutPath.Marker, LayoutPath.DockerManifest];
        var files = plain.Where(file => File.Exists(Path.Combine(_layout, file))).Select(file => Folders.FolderFiles.Hash(_release, $"{LayoutPath.Folder}/{file}"));
        return new() { Parts = parts, Files = [.. _written.Values.Select(FileOf), .. files], Main = main, Bundle = bundle };
    }

    private IEnumerable<string> PartFiles(string part) => _files.Where(file => file.StartsWith($"{part}/", StringComparison.Ordinal));

    private Descriptor PutEmpty() => Put(MediaTypes.Empty, Descriptor.EmptyContent);

    private Descriptor Put(string mediaType, ReadOnlySpan<byte> content) => Note(_blobs.Put(mediaType, content));

    private Descriptor PutManifest(OciManifest manifest) => Put(MediaTypes.Manifest, manifest.Write());

    private Descriptor Note(Descriptor blob)
    {
        lock (_written) _written[blob.Path] = blob;
        return blob;
    }

    private static ReleaseFile FileOf(Descriptor blob) => new(blob.Path, blob.Digest, blob.Size);
}
