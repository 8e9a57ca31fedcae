using System.Text.Json.Nodes;
using Slipway.Evidence.Dsse;
using Slipway.Evidence.Json;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Statements;

namespace Slipway.Evidence.Bundles;

/// <summary>Signs a statement into a Sigstore bundle v0.3 that cosign, sigstore-go and @sigstore/verify all take.</summary>
public static class BundleWriter
{
    public static async ValueTask<byte[]> SignAsync(Statement statement, SigningKey key, CancellationToken cancellation = default)
    {
        var payload = StatementWriter.Write(statement);
        var signature = await key.Signer.SignAsync(PreAuthentication.Encode(Uris.InTotoPayload, payload), cancellation);
        return Write(payload, signature, key.Public);
    }

    // Hint and keyid are both the OpenSSH fingerprint: the one choice that no verifier refuses.
    internal static byte[] Write(ReadOnlySpan<byte> payload, ReadOnlySpan<byte> signature, VerificationKey key) =>
        CanonicalJson.Write(new JsonObject
        {
            ["mediaType"] = Uris.SigstoreBundle,
            ["verificationMaterial"] = new JsonObject { ["publicKey"] = new JsonObject { ["hint"] = key.Id } },
            ["dsseEnvelope"] = new JsonObject
            {
                ["payload"] = Convert.ToBase64String(payload),
                ["payloadType"] = Uris.InTotoPayload,
                ["signatures"] = new JsonArray(new JsonObject { ["sig"] = Convert.ToBase64String(signature), ["keyid"] = key.Id }),
            },
        });
}
