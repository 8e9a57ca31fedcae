using System.Text.Json;
using Slipway.Evidence.Dsse;
using Slipway.Evidence.Json;

namespace Slipway.Evidence.Bundles;

/// <summary>Reads a bundle's shape. Nothing that it gives is to be believed before the signature is checked.</summary>
internal static class BundleReader
{
    public static Reading<Bundle> Read(ReadOnlyMemory<byte> bytes, string file)
    {
        var json = new StrictJson(file, Codes.BundleUnreadable, "Take the release again from where it was built, or sign it again.");
        return json.Read(bytes, Codes.BundleUnreadable, root => Bundle(json, root));
    }

    private static Bundle? Bundle(StrictJson json, JsonElement root)
    {
        if (json.Members(root, "the bundle", ["mediaType", "verificationMaterial", "dsseEnvelope"]) is not { } members) return null;
        if (json.Text(members["mediaType"], "mediaType") is { } type && type != Uris.SigstoreBundle)
            json.Report($"The bundle's media type is '{type}'; expected {Uris.SigstoreBundle}.", Codes.BundleMediaType);
        var hint = Hint(json, members["verificationMaterial"]);
        string[] keys = ["payload", "payloadType", "signatures"];
        if (json.Members(members["dsseEnvelope"], "dsseEnvelope", keys) is not { } envelope) return null;
        var payload = Bytes(json, envelope["payload"], "dsseEnvelope.payload");
        var payloadType = json.Text(envelope["payloadType"], "dsseEnvelope.payloadType");
        if (payloadType is not null && payloadType != Uris.InTotoPayload)
            json.Report($"The signed payload is of type '{payloadType}'; expected {Uris.InTotoPayload}.", Codes.PayloadType);
        var signature = Signature(json, envelope["signatures"], hint);
        return hint is null || payload is null || payloadType is null || signature is null
            ? null
            : new() { Hint = hint, PayloadType = payloadType, Payload = [.. payload], Signature = [.. signature] };
    }

    private static string? Hint(StrictJson json, JsonElement element)
    {
        // No log entries and no timestamps are written; their empty forms mean the same as their absence.
        string[] empty = ["tlogEntries", "timestampVerificationData"];
        if (json.Members(element, "verificationMaterial", ["publicKey"], empty) is not { } material) return null;
        if (material.TryGetValue("tlogEntries", out var entries) && json.Items(entries, "tlogEntries").Count > 0)
            json.Report("The bundle has transparency log entries, which this version of Slipway cannot check.");
        if (material.TryGetValue("timestampVerificationData", out var timestamps))
            json.Members(timestamps, "timestampVerificationData", []);
        return json.Members(material["publicKey"], "verificationMaterial.publicKey", ["hint"]) is { } key
            ? json.Text(key["hint"], "verificationMaterial.publicKey.hint")
            : null;
    }

    private static byte[]? Signature(StrictJson json, JsonElement element, string? hint)
    {
        var signatures = json.Items(element, "dsseEnvelope.signatures");
        if (signatures.Count != 1)
        {
            json.Report($"The bundle holds {signatures.Count} signatures, and must hold exactly one.", Codes.BundleSignatureCount);
            return null;
        }
        if (json.Members(signatures[0], "dsseEnvelope.signatures[0]", ["sig"], "keyid") is not { } members) return null;
        if (members.TryGetValue("keyid", out var given) && json.Text(given, "keyid") is { } keyId && hint is not null && keyId != hint)
            json.Report($"The bundle names two keys for its signature: hint '{hint}', keyid '{keyId}'.", Codes.KeyIdDiffers);
        return Bytes(json, members["sig"], "dsseEnvelope.signatures[0].sig");
    }

    private static byte[]? Bytes(StrictJson json, JsonElement element, string path)
    {
        if (json.Text(element, path) is not { } text) return null;
        if (LenientBase64.TryDecode(text, out var bytes)) return bytes;
        json.Report($"{path} is not base64.");
        return null;
    }
}
