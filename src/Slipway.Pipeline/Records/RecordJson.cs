using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Slipway.Model;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Records;

/// <summary>How the model's values look in JSON: as people write them.</summary>
internal static class RecordJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = WithoutNulls(RecordTypes.Default),
        RespectRequiredConstructorParameters = true,
        Converters =
        {
            new JsonStringEnumConverter<Severity>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new JsonStringEnumConverter<TestOutcome>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new TextConverter<Digest>(Digest.Parse),
            new TextConverter<StageName>(text => new StageName(text)),
            new TextConverter<UnitId>(ParseUnit),
            new OutcomeConverter(),
        },
    };

    /// <summary>These types, whose lists hold no null: the serializer's options say that of properties, and of no element.</summary>
    public static IJsonTypeInfoResolver WithoutNulls(JsonSerializerContext types) => types.WithAddedModifier(type =>
    {
        if (type.Kind is JsonTypeInfoKind.Enumerable) type.OnDeserialized = list => RefuseNulls((IEnumerable)list);
        if (type.Kind is JsonTypeInfoKind.Dictionary) type.OnDeserialized = table => RefuseNulls(((IDictionary)table).Values);
    });

    private static void RefuseNulls(IEnumerable values)
    {
        foreach (var value in values) if (value is null) throw new JsonException("A list holds a null.");
    }

    private static UnitId ParseUnit(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) throw new FormatException($"'{text}' is not a unit's identity; expected kind/name.");
        var kind = Enum.GetValues<UnitKind>().First(kind => kind.Folder == text[..slash]);
        return new UnitId(kind, UnitName.Parse(text[(slash + 1)..]));
    }

    private sealed class TextConverter<T>(Func<string, T> parse) : JsonConverter<T>
        where T : notnull
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return parse(reader.GetString() ?? throw new JsonException("Expected text."));
            }
            catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException)
            {
                throw new JsonException(exception.Message, exception);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class OutcomeConverter : JsonConverter<StageOutcome>
    {
        public override StageOutcome Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var document = JsonSerializer.Deserialize<OutcomeDocument>(ref reader, options);
            return document switch
            {
                { Word: "succeeded" } => StageOutcome.Success,
                { Word: "failed", Reason: { } reason } => StageOutcome.Fail(reason),
                { Word: "skipped", Reason: { } reason } => StageOutcome.Skip(reason),
                _ => throw new JsonException("Expected an outcome: succeeded, or failed or skipped with a reason."),
            };
        }

        public override void Write(Utf8JsonWriter writer, StageOutcome value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new OutcomeDocument(value.Word, value.Match<string?>(() => null, reason => reason, reason => reason)), options);
    }

    internal sealed record OutcomeDocument(string Word, string? Reason = null);
}
