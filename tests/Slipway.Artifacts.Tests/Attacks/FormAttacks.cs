using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Slipway.Artifacts.Tests.Attacks;

/// <summary>Bundles that some reader of JSON, base64 or DSSE would take.</summary>
internal static class FormAttacks
{
    public static ImmutableArray<Attack> All { get; } =
    [
        Attack.Of("a bundle without a signature", "SLP4012", raid => raid.Envelope(Raid.Unit, envelope => envelope["signatures"] = new JsonArray())),
        Attack.Of("a bundle with its signature twice", "SLP4012", raid => raid.Envelope(Raid.Unit, envelope => envelope["signatures"]!.AsArray().Add(envelope["signatures"]![0]!.DeepClone()))),
        Attack.Of("a bundle with a foreign signature behind its own", "SLP4012", raid => raid.Envelope(Raid.Unit, envelope => envelope["signatures"]!.AsArray().Add(new JsonObject { ["sig"] = "AAAA" }))),
        Attack.Of("a payload in URL-safe base64", "SLP4021", raid => raid.Envelope(Raid.Unit, envelope => envelope["payload"] = UrlSafe((string)envelope["payload"]!))),
        Attack.Of("a signature in URL-safe base64", "SLP4021", raid => raid.Signature(Raid.Unit, signature => signature["sig"] = UrlSafe((string)signature["sig"]!))),
        Attack.Of("a payload in two lines of base64", "SLP4010", raid => raid.Envelope(Raid.Unit, envelope => envelope["payload"] = ((string)envelope["payload"]!).Insert(76, "\n"))),
        Attack.Of("a signature as r and s, not DER", "SLP4015", raid => raid.Signature(Raid.Unit, signature => signature["sig"] = Convert.ToBase64String(new byte[64]))),
        Attack.Of("an empty signature", "SLP4015", raid => raid.Signature(Raid.Unit, signature => signature["sig"] = "")),
        Attack.Of("a keyid that is not the hint", "SLP4014", raid => raid.Signature(Raid.Unit, signature => signature["keyid"] = "SHA256:another")),
        Attack.Of("a bundle without a keyid", "SLP4021", raid => raid.Signature(Raid.Unit, signature => signature.Remove("keyid"))),
        Attack.Of("a bundle with the hint that cosign writes", "SLP4021", raid => raid.Bundle(Raid.Unit, bundle => CosignHint(raid, bundle))),
        Attack.Of("a certificate in the place of the public key", "SLP4010", raid => raid.Bundle(Raid.Unit, bundle => bundle["verificationMaterial"] = new JsonObject { ["certificate"] = new JsonObject { ["rawBytes"] = "AAAA" } })),
        Attack.Of("a transparency log entry that nobody can check", "SLP4010", raid => raid.Bundle(Raid.Unit, bundle => bundle["verificationMaterial"]!["tlogEntries"] = new JsonArray(new JsonObject()))),
        Attack.Of("a signed message in the place of the envelope", "SLP4010", raid => raid.Bundle(Raid.Unit, Message)),
        Attack.Of("a doubled key in a bundle", "SLP4010", raid => raid.Replace("attestations/gate-unit.sigstore.json", "\"payloadType\"", "\"payload\":\"e30=\",\"payloadType\"")),
        Attack.Of("an unknown field in a bundle", "SLP4010", raid => raid.Bundle(Raid.Unit, bundle => bundle["note"] = "hello")),
        Attack.Of("a bundle with names in snake_case", "SLP4010", raid => raid.Replace("attestations/gate-unit.sigstore.json", "\"dsseEnvelope\"", "\"dsse_envelope\"")),
        Attack.Of("a bundle with spaces", "SLP4021", raid => raid.Replace("attestations/gate-unit.sigstore.json", "\",\"", "\", \"")),
        Attack.Of("a bundle with its keys in another order", "SLP4021", raid => raid.Replace("attestations/gate-unit.sigstore.json", "{\"dsseEnvelope\"", " {\"dsseEnvelope\"")),
        Attack.Of("a bundle with an escape in a word", "SLP4021", raid => raid.Replace("attestations/gate-unit.sigstore.json", "vnd.in-toto+json", "vnd.in-toto\\u002bjson")),
        Attack.Of("a bundle in another media type's spelling", "SLP4011", raid => raid.Bundle(Raid.Unit, bundle => bundle["mediaType"] = "application/vnd.dev.sigstore.bundle+json;version=0.3")),
        Attack.Of("a bundle behind a byte order mark", "SLP4010", raid => File.WriteAllBytes(raid.Of(Raid.Unit), [0xEF, 0xBB, 0xBF, .. File.ReadAllBytes(raid.Of(Raid.Unit))])),
        Attack.Of("a bundle that is not UTF-8", "SLP4010", raid => File.WriteAllBytes(raid.Of(Raid.Unit), Encoding.Latin1.GetBytes("{\"ä\":1}"))),
        Attack.Of("a bundle nested ten thousand deep", "SLP4010", raid => File.WriteAllText(raid.Of(Raid.Unit), new string('[', 10_000) + new string(']', 10_000))),
        Attack.Of("a bundle that is a list", "SLP4010", raid => File.WriteAllText(raid.Of(Raid.Unit), "[]")),
        Attack.Of("a statement of 100 MB", "SLP4050", raid => Large(raid.Of(Raid.Unit))),
    ];

    private static void CosignHint(Raid raid, JsonObject bundle)
    {
        bundle["verificationMaterial"]!["publicKey"]!["hint"] = raid.Victim.Key.Public.CosignHint;
        bundle["dsseEnvelope"]!["signatures"]![0]!.AsObject().Remove("keyid");
    }

    private static void Message(JsonObject bundle)
    {
        bundle.Remove("dsseEnvelope");
        bundle["messageSignature"] = new JsonObject { ["signature"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(70)) };
    }

    private static void Large(string path)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(100L * 1024 * 1024);
    }

    // Padding away at least: a text of base64 may hold neither plus nor slash.
    private static string UrlSafe(string base64) => base64.TrimEnd('=') is var bare && bare.Contains('+') | bare.Contains('/')
        ? base64.Replace('+', '-').Replace('/', '_')
        : bare.Length < base64.Length ? bare : bare + "=";
}
