using System.Collections.Immutable;
using System.Formats.Tar;
using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Publishing;
using Slipway.Artifacts.Registries.Layouts;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Tests.Fuzz;

/// <summary>Ten thousand spoilt archives in the place of a pulled release's layer: what an archive does not give is missing, and nothing throws.</summary>
public sealed class SpoiltLayerTests : IDisposable
{
    // Of each format: ten thousand in all.
    private const int Rounds = 2_500;
    private static readonly byte[] Content = "code"u8.ToArray();
    private readonly Yard _yard = new();

    [Theory]
    [InlineData(TarEntryFormat.Gnu)]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.V7)]
    public async Task Of_an_archive(TarEntryFormat format)
    {
        var whole = await ArchiveAsync(format);
        var mutator = new Mutator(7, "0000000", "7777777", "\u0080\u0080\u0080\u0080", "ustar  ", "ustar\u000000", "30 mtime=99999999999999999999\n", "12 size=-1\n", "22 GNU.sparse.major=1\n");
        var release = _yard.At("release");
        var blobs = new BlobFolder(Path.Combine(release, "oci"));
        blobs.Put(MediaTypes.Empty, Descriptor.EmptyContent);
        var (found, missing) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            FileTree.Delete(Path.Combine(release, "app"));
            var spoilt = WithSum(mutator.Spoil(whole), round);
            var layer = blobs.Put(MediaTypes.Layer, spoilt);
            Find(release, layer);
            File.Delete(blobs.PathOf(layer.Digest));
            if (File.Exists(Path.Combine(release, "app/Catalog.dll"))) found++;
            else missing++;
            Assert.False(File.Exists(Path.Combine(release, "oci/.entry")));
        }
        Assert.True(found > 0 && missing > 0, $"{found} found, {missing} missing");
    }

    public void Dispose() => _yard.Dispose();

    // Most of the time the first header's sum is put right, so that what lies behind the sum is reached.
    private static byte[] WithSum(byte[] archive, int round)
    {
        if (round % 4 == 0) return archive;
        for (var at = 0; at + 512 <= archive.Length; at += 512)
        {
            if (archive[at] == 0) continue;
            var header = archive.AsSpan(at, 512);
            header.Slice(148, 8).Fill((byte)' ');
            var sum = 0;
            foreach (var value in header) sum += value;
            System.Text.Encoding.ASCII.GetBytes($"{Convert.ToString(sum, 8).PadLeft(6, '0')}\0 ").CopyTo(header[148..]);
            if (round % 2 == 1) break;
        }
        return archive;
    }

    private static void Find(string release, Descriptor blob)
    {
        var manifest = new OciManifest { Layers = [blob] }.Write();
        var text = ManifestText.Read(new BlobDescriptor(MediaTypes.Manifest, Digest.Of(manifest), manifest.Length), manifest);
        var content = new ReleaseContent { Unit = Yard.Catalog, Parts = ImmutableSortedDictionary<string, string>.Empty, Files = [new("app/Catalog.dll", Digest.Of(Content), Content.Length)] };
        new ContentFinder(release, content).Find([text]);
    }

    private static async Task<byte[]> ArchiveAsync(TarEntryFormat format)
    {
        using var stream = new MemoryStream();
        await using (var archive = new TarWriter(stream, format, leaveOpen: true))
        {
            await archive.WriteEntryAsync(Entry(format, "app/Other.dll", "other"u8.ToArray()));
            await archive.WriteEntryAsync(Entry(format, "app/Catalog.dll", Content));
        }
        return stream.ToArray();
    }

    private static TarEntry Entry(TarEntryFormat format, string name, byte[] content)
    {
        TarEntry entry = format switch
        {
            TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
            TarEntryFormat.Pax => new PaxTarEntry(TarEntryType.RegularFile, name),
            TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name),
            _ => new V7TarEntry(TarEntryType.V7RegularFile, name),
        };
        entry.DataStream = new MemoryStream(content);
        return entry;
    }
}
