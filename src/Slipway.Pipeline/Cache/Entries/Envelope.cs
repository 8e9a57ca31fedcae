using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Slipway.Evidence.Json;
using Slipway.Pipeline.Records;

namespace Slipway.Pipeline.Cache.Entries;

/// <summary>A DSSE envelope, taken apart. Nothing in it is to be believed before a signature is checked.</summary>
/// <param name="Signatures">None, where somebody took it off.</param>
internal sealed record Envelope(string PayloadType, byte[] Payload, ImmutableArray<EnvelopeSignature> Signatures = default)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = RecordJson.WithoutNulls(EntryTypes.Default),
    };

    public byte[] Write() => CanonicalJson.Write(new JsonObject
    {
        ["payload"] = Convert.ToBase64String(Payload),
        ["payloadType"] = PayloadType,
        ["signatures"] = new JsonArray([.. Signatures.Select(signature => new JsonObject
        {
            ["keyid"] = signature.KeyId,
            ["sig"] = Convert.ToBase64String(signature.Bytes),
        })]),
    });

    /// <exception cref="FormatException">It is none.</exception>
    public static Envelope Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize<Envelope>(bytes, Strict) ?? throw new FormatException("it is null");
            ImmutableArray<EnvelopeSignature> signatures = envelope.Signatures.IsDefault ? [] : envelope.Signatures;
            return envelope with { Signatures = signatures };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException(error.Message, error);
        }
    }
}

/// <param name="KeyId">The name of the key; never more than a hint.</param>
/// <param name="Bytes">In ASN.1 DER.</param>
internal sealed record EnvelopeSignature(
    [property: JsonPropertyName("keyid")] string KeyId, [property: JsonPropertyName("sig")] byte[] Bytes);
