using System.Text;
using CsCheck;
using Google.Protobuf;
using Slipway.Model;
using Slipway.Model.Stages;
using Slipway.Pipeline.Cache;
using Slipway.Pipeline.Cache.Entries;

namespace Slipway.Pipeline.Tests.Cache;

/// <summary>What holds for every entry, whatever it names.</summary>
public sealed class AnyEntryTests
{
    private static readonly Gen<string> Names = Gen.String[Gen.OneOf(Gen.Char['a', 'z'], OneOf('ä', '語', ' ', '\'', '"', '.')), 1, 8].Select(text => $"x{text}");

    private static readonly Gen<CachedFile> Files = Gen.Select(
        Names.Array[1, 4], Gen.String, Gen.Long[0, 1L << 52], Gen.Bool, Gen.Bool,
        (path, content, size, executable, linkable) => new CachedFile
        {
            Path = string.Join('/', path),
            Content = Digest.Of(Encoding.UTF8.GetBytes(content)),
            Size = size,
            Executable = executable,
            Linkable = linkable,
        });

    private static readonly Gen<CacheEntry> Entries = Gen.Select(
        Files.Array[0, 12], OneOf(CacheScope.Main, CacheScope.PullRequest("7")), Gen.Double[-1e9, 1e9], OneOf("", "green", "zwölf\n\"Boxkämpfer\" 🥊"),
        (files, scope, number, note) => new CacheEntry
        {
            Scope = scope,
            Record = Dock.Record with
            {
                Result = StageResult.Succeeded with { Numbers = StageResult.Succeeded.Numbers.Add("score", number), Notes = [note] },
            },
            Outputs = [.. files.DistinctBy(file => file.Path).OrderBy(file => file.Path, StringComparer.Ordinal)],
        });

    [Fact]
    public void What_was_signed_is_what_is_read() => Entries.Sample(entry =>
    {
        var seal = new EntrySeal(Dock.Main, [new(Dock.Main.Public, Dock.Main.Kind, "a test")]);
        var envelope = seal.SignAsync(entry, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        var read = seal.Open(envelope, entry.Key, entry.Scope, "a test").Match(opened => opened.Entry, problems => throw new InvalidOperationException($"{problems[0]}"));
        return read.Outputs.SequenceEqual(entry.Outputs) && read.Scope == entry.Scope && EntryJson.Write(read).AsSpan().SequenceEqual(EntryJson.Write(entry));
    }, iter: 200);

    [Theory]
    [InlineData("")]
    [InlineData(",\"outputs\":null")]
    [InlineData(",\"outputs\":[null]")]
    public void What_has_no_list_of_outputs_is_no_entry(string instead)
    {
        var entry = new CacheEntry { Scope = CacheScope.Main, Record = Dock.Record, Outputs = [] };
        var written = Encoding.UTF8.GetString(EntryJson.Write(entry));
        Assert.EndsWith(",\"outputs\":[]}", written, StringComparison.Ordinal);
        var changed = written.Replace(",\"outputs\":[]}", $"{instead}}}", StringComparison.Ordinal);

        Assert.Throws<FormatException>(() => EntryJson.Read(Encoding.UTF8.GetBytes(changed)));
    }

    [Fact]
    public void The_protobuf_that_servers_read_is_read_the_same_by_the_library_of_its_makers() => Entries.Sample(entry =>
    {
        var result = new ActionResult
        {
            Blobs = [.. entry.Outputs.Select(file => new BlobName(file.Path, file.Content, file.Size, file.Executable))],
            Envelope = Encoding.UTF8.GetBytes("the envelope"),
        };
        var (blobs, envelope) = Protobuf(result.Write());
        return blobs.SequenceEqual(result.Blobs) && envelope == "the envelope" && ActionResult.Read(result.Write()).Blobs.SequenceEqual(result.Blobs);
    }, iter: 200);

    [Fact]
    public void Bytes_made_up_at_random_are_an_entry_or_a_format_error() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        try
        {
            ActionResult.Read(bytes);
        }
        catch (FormatException)
        {
            // That is the promise.
        }
    }, iter: 2_000);

    [Fact]
    public void What_a_server_adds_is_skipped()
    {
        var plain = new ActionResult { Blobs = [], Envelope = [1, 2, 3] }.Write();
        // Field 9, execution_metadata, whose field 1 is the worker: what bazel-remote adds to every entry that it takes.
        byte[] noted = [.. plain, 9 << 3 | 2, 6, 1 << 3 | 2, 4, .. "host"u8];
        Assert.Equal([1, 2, 3], ActionResult.Read(noted).Envelope);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static (List<BlobName> Blobs, string Envelope) Protobuf(byte[] bytes)
    {
        var (blobs, envelope, input) = (new List<BlobName>(), "", new CodedInputStream(bytes));
        while (input.ReadTag() is not 0 and var tag)
        {
            if (WireFormat.GetTagFieldNumber(tag) == 2) blobs.Add(Blob(input.ReadBytes()));
            else if (WireFormat.GetTagFieldNumber(tag) == 5) envelope = input.ReadBytes().ToStringUtf8();
            else input.SkipLastField();
        }
        return (blobs, envelope);
    }

    private static BlobName Blob(ByteString bytes)
    {
        var (path, digest, executable, input) = ("", ByteString.Empty, false, bytes.CreateCodedInput());
        while (input.ReadTag() is not 0 and var tag)
        {
            if (WireFormat.GetTagFieldNumber(tag) == 1) path = input.ReadString();
            if (WireFormat.GetTagFieldNumber(tag) == 2) digest = input.ReadBytes();
            if (WireFormat.GetTagFieldNumber(tag) == 4) executable = input.ReadBool();
        }
        var (hash, size, inner) = ("", 0L, digest.CreateCodedInput());
        while (inner.ReadTag() is not 0 and var tag)
        {
            if (WireFormat.GetTagFieldNumber(tag) == 1) hash = inner.ReadString();
            if (WireFormat.GetTagFieldNumber(tag) == 2) size = inner.ReadInt64();
        }
        return new(path, Digest.Parse($"sha256:{hash}"), size, executable);
    }
}
