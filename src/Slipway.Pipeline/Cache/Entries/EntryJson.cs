using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Evidence.Releases;
using Slipway.Model.Stages;
using Slipway.Pipeline.Records;

namespace Slipway.Pipeline.Cache.Entries;

/// <summary>An entry as the bytes that are signed. DSSE signs them as they are, so no second form of them needs to exist.</summary>
internal static class EntryJson
{
    private static readonly JsonSerializerOptions Options = new(RecordJson.Options) { WriteIndented = false, AllowDuplicateProperties = false, TypeInfoResolver = RecordJson.WithoutNulls(EntryTypes.Default) };

    public static byte[] Write(CacheEntry entry) =>
        JsonSerializer.SerializeToUtf8Bytes(new Document(entry.Scope.Text, entry.Record, entry.Outputs), Options);

    /// <exception cref="FormatException">It is no entry, or names files that no entry may name.</exception>
    public static CacheEntry Read(ReadOnlySpan<byte> bytes)
    {
        var document = Parse(bytes);
        string? before = null;
        foreach (var file in document.Outputs)
        {
            if (ReleasePath.Fault(file.Path) is { } fault) throw new FormatException($"its output '{file.Path}' {fault}");
            if (string.CompareOrdinal(before, file.Path) >= 0) throw new FormatException($"its output '{file.Path}' is out of order or doubled");
            if (file.Size < 0) throw new FormatException($"its output '{file.Path}' has the size {file.Size}");
            before = file.Path;
        }
        return new() { Scope = CacheScope.Parse(document.Scope), Record = document.Record, Outputs = document.Outputs };
    }

    private static Document Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<Document>(bytes, Options) ?? throw new FormatException("it is null");
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new FormatException(error.Message, error);
        }
    }

    internal sealed record Document(string Scope, StageRecord Record, ImmutableArray<CachedFile> Outputs);
}
