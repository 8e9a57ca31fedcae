using System.Globalization;
using Slipway.Artifacts.Keys;
using Slipway.Artifacts.Trust;
using Slipway.Evidence.Keys;

namespace Slipway.Frosting.Keys;

/// <summary>Which keys there are, as a person reads it.</summary>
internal static class KeysText
{
    public static IEnumerable<string> Lines(KeyStore keys, KeyPlaces places, DateTimeOffset now)
    {
        var trust = keys.Trust();
        return [.. Believed(trust, now), "", .. Signing(keys, places, trust)];
    }

    private static IEnumerable<string> Believed(TrustFile? trust, DateTimeOffset now)
    {
        if (trust is null) return [$"There is no {TrustFile.FileName}: what verifies here is what was signed here."];
        return
        [
            $"{TrustFile.FileName} believes:",
            .. trust.Keys.Select(key => $"  {key.Key.Id}  {Told(key, now)}"),
            .. trust.Development ? ["  and the development key of the machine that verifies, up to dev"] : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> Signing(KeyStore keys, KeyPlaces places, TrustFile? trust)
    {
        if (!string.IsNullOrWhiteSpace(places.SigningKey))
        {
            var key = keys.FindSigningKey();
            return ["This environment signs with:", $"  {key.Public.Id}  release key, {Standing(key.Public, KeyKind.Release, trust)}"];
        }
        return keys.DevelopmentKey is { } own
            ? ["This machine signs with:", $"  {own.Id}  development key, {Standing(own, KeyKind.Development, trust)}"]
            : ["This machine has no development key yet; the first signature makes one."];
    }

    private static string Standing(VerificationKey key, KeyKind kind, TrustFile? trust) =>
        trust is null || trust.Believes(key, kind) ? "believed here" : $"not in {TrustFile.FileName}";

    private static string Told(TrustedKey key, DateTimeOffset now)
    {
        if (key.Revoked) return "revoked: nothing that it signed counts";
        string[] parts =
        [
            key.Kind is KeyKind.Development ? "development key" : "release key",
            key.Builder is null ? "any builder" : $"builder {key.Builder}",
            .. key.NotBefore is { } start ? [$"{(start > now ? "not before" : "since")} {Time(start)}"] : Array.Empty<string>(),
            .. key.NotAfter is { } end ? [$"{(end > now ? "until" : "ended")} {Time(end)}"] : Array.Empty<string>(),
            key.Attests.IsDefault ? "attests everything" : $"attests {string.Join(", ", key.Attests)}",
        ];
        return string.Join(", ", parts);
    }

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
