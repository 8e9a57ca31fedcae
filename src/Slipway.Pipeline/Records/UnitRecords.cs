using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Machine.Files;
using Slipway.Model.Stages;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Pipeline.Records;

/// <summary>
/// The records of one unit: a file of JSON lines, to which lines are added. The last line about a stage counts; without a record it says that
/// there is none. Other lines hold what inputs were, by their digest. A line that was cut off holds nothing.
/// </summary>
/// <param name="file">Absolute. It need not be there.</param>
internal sealed class UnitRecords(string file)
{
    // More inputs than the stages of a unit ever refer to; the oldest go first.
    private const int MostInputs = 24;
    private const int MostWaste = 64 * 1024;

    private static readonly JsonSerializerOptions Compact = new(RecordJson.Options) { WriteIndented = false };

    private readonly Lock _lock = new();
    private readonly HashSet<string> _inputs = new(StringComparer.Ordinal);
    private Dictionary<string, Lazy<StageRecord?>>? _stages;
    private bool _wasteful;

    public StageRecord? Last(StageName stage)
    {
        lock (_lock) return Stages().GetValueOrDefault(stage.ToString())?.Value;
    }

    public void Write(StageRecord record)
    {
        lock (_lock)
        {
            Stages()[record.Stage.ToString()] = new(record);
            Add(new Line { Stage = record.Stage, Record = record });
        }
    }

    public void Forget(StageName stage)
    {
        lock (_lock)
        {
            if (Stages().Remove(stage.ToString())) Add(new Line { Stage = stage });
        }
    }

    public ImmutableArray<Input>? FindInputs(string digest) =>
        Lines(Read()).Where(line => line.Inputs == digest).Select(line => Parse(line.Text)?.Values).LastOrDefault();

    public void KeepInputs(string digest, Func<ImmutableArray<Input>> inputs)
    {
        lock (_lock)
        {
            Stages();
            if (_inputs.Add(digest)) Add(new Line { Inputs = digest, Values = inputs() });
        }
    }

    private Dictionary<string, Lazy<StageRecord?>> Stages()
    {
        if (_stages is not null) return _stages;
        var content = Read();
        var living = Living(content);
        _wasteful = content.Length > (2 * living.Sum(line => line.Text.Length)) + MostWaste;
        _inputs.UnionWith(living.Select(line => line.Inputs).OfType<string>());
        return _stages = living.Where(line => line.Stage is not null).ToDictionary(
            line => line.Stage!, line => new Lazy<StageRecord?>(() => Parse(line.Text)?.Record), StringComparer.Ordinal);
    }

    private void Add(Line line)
    {
        if (IsAnotherThing()) Remove();
        else if (_wasteful) Rewrite();
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        // In front, so that it does not continue a line that was cut off.
        stream.Write([(byte)'\n', .. Text(line)]);
    }

    internal static byte[] Text(Line line) => JsonSerializer.SerializeToUtf8Bytes(line, Compact);

    private void Rewrite()
    {
        AtomicFile.WriteAllBytes(file, Living(Read()).SelectMany(line => (byte[])[(byte)'\n', .. line.Text.Span]).ToArray());
        _wasteful = false;
    }

    // The lines that count, in the order in which they were written.
    private static ImmutableArray<RawLine> Living(ReadOnlyMemory<byte> content)
    {
        var lines = Enumerable.Reverse(Lines(content)).DistinctBy(line => (line.Stage, line.Inputs)).ToArray();
        var inputs = lines.Where(line => line.Inputs is not null).Take(MostInputs);
        return [.. lines.Where(line => line.Stage is not null).Concat(inputs).Reverse()];
    }

    private static List<RawLine> Lines(ReadOnlyMemory<byte> content)
    {
        var lines = new List<RawLine>();
        while (!content.IsEmpty)
        {
            var end = content.Span.IndexOf((byte)'\n');
            var text = end < 0 ? content : content[..end];
            content = end < 0 ? default : content[(end + 1)..];
            if (Subject(text.Span) is var (stage, inputs) && (stage ?? inputs) is not null) lines.Add(new(stage, inputs, text));
        }
        return lines;
    }

    // Most lines are not needed, and what one is about stands first.
    private static (string? Stage, string? Inputs) Subject(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            if (!reader.Read() || !reader.Read() || reader.TokenType is not JsonTokenType.PropertyName) return default;
            var name = reader.GetString();
            return !reader.Read() || reader.TokenType is not JsonTokenType.String ? default
                : name == "stage" ? (reader.GetString(), null)
                : name == "inputs" ? (null, reader.GetString())
                : default;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    private static Line? Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(text.Span, Compact);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A folder, a pipe or a link, whoever put it there: all that lies in this place is ours.
    private bool IsAnotherThing() => FileKind.IsThere(file) && (FileKind.Other(file) is not null || new FileInfo(file).LinkTarget is not null);

    private void Remove()
    {
        if (Directory.Exists(file) && new FileInfo(file).LinkTarget is null) Directory.Delete(file, recursive: true);
        else File.Delete(file);
    }

    // What cannot be read holds no record: the stages run again.
    private byte[] Read()
    {
        try
        {
            return File.Exists(file) && !IsAnotherThing() ? File.ReadAllBytes(file) : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private sealed record RawLine(string? Stage, string? Inputs, ReadOnlyMemory<byte> Text);

    internal sealed class Line
    {
        [JsonPropertyOrder(-2)]
        public StageName? Stage { get; init; }

        [JsonPropertyOrder(-1)]
        public string? Inputs { get; init; }

        public StageRecord? Record { get; init; }

        public ImmutableArray<Input>? Values { get; init; }
    }
}
