using System.Collections.Immutable;

namespace Slipway.Artifacts.Tests.Attacks;

/// <summary>One byte, of each class of bytes that a release has.</summary>
internal static class ByteAttacks
{
    public static ImmutableArray<Attack> All { get; } =
    [
        Attack.Of("a bit of the program turned", "SLP4050", raid => raid.Turn("app/Catalog.dll")),
        Attack.Of("a bit of the migration bundle turned", "SLP4050", raid => raid.Turn("migrate/efbundle")),
        Attack.Of("a bit of the SBOM turned", "SLP4050", raid => raid.Turn("sbom/sbom.cdx.json")),
        Attack.Of("a bit of the image manifest turned", "SLP4050", raid => raid.Turn("image/blob")),
        Attack.Of("a byte appended to a file that was empty", "SLP4050", raid => File.WriteAllText(raid.At("app/empty.txt"), "!")),
        Attack.Of("a digest in release.json changed", "SLP4018", raid => Digit(raid, "\"digest\": \"sha256:")),
        Attack.Of("a size in release.json changed", "SLP4018", raid => raid.Replace("release.json", "\"size\": 4\n", "\"size\": 5\n")),
        Attack.Of("the commit in release.json changed", "SLP4020", raid => Digit(raid, "\"commit\": \"")),
        Attack.Of("the invocation in release.json changed", "SLP4020", raid => Digit(raid, "\"invocation\": \"")),
        Attack.Of("the builder in release.json changed", "SLP4020", raid => raid.Replace("release.json", "\"ci\"", "\"local\"")),
        Attack.Of("a space in release.json added", "SLP4006", raid => raid.Replace("release.json", "\"dirty\": false", "\"dirty\":  false")),
        Attack.Of("a letter of a statement exchanged for another", "SLP4015", raid => raid.Envelope(Raid.Unit, envelope => envelope["payload"] = Exchanged((string)envelope["payload"]!))),
        Attack.Of("a letter of a signature exchanged for another", "SLP4015", raid => raid.Signature(Raid.Unit, signature => signature["sig"] = Exchanged((string)signature["sig"]!))),
        Attack.Of("the payload's type changed", "SLP4016", raid => raid.Envelope(Raid.Unit, envelope => envelope["payloadType"] = "application/vnd.in-toto+jsom")),
        Attack.Of("the bundle's media type changed", "SLP4011", raid => raid.Bundle(Raid.Unit, bundle => bundle["mediaType"] = "application/vnd.dev.sigstore.bundle.v0.2+json")),
        Attack.Of("a letter of the key's hint changed", "SLP4014", raid => raid.Turn("attestations/gate-unit.sigstore.json", "SHA256:")),
        Attack.Of("a statement cut short", "SLP4010", raid => File.WriteAllText(raid.Of(Raid.Unit), File.ReadAllText(raid.Of(Raid.Unit))[..^9])),
        Attack.Of("a statement emptied", "SLP4050", raid => File.WriteAllText(raid.Of(Raid.Unit), "")),
        Attack.Of("a line's end appended to a statement", "SLP4021", raid => File.AppendAllText(raid.Of(Raid.Unit), "\n")),
        Attack.Of("a zero byte appended to a statement", "SLP4010", raid => File.AppendAllText(raid.Of(Raid.Unit), "\0")),
    ];

    private static void Digit(Raid raid, string before)
    {
        var text = File.ReadAllText(raid.At("release.json"));
        var index = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        File.WriteAllText(raid.At("release.json"), text.Remove(index, 1).Insert(index, text[index] == '7' ? "8" : "7"));
    }

    // In the middle, where every letter carries six bits.
    private static string Exchanged(string base64)
    {
        var index = base64.Length / 2;
        return base64.Remove(index, 1).Insert(index, base64[index] == 'A' ? "B" : "A");
    }
}
