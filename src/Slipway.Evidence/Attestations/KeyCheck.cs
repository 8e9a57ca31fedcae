using Slipway.Evidence.Keys;
using Slipway.Evidence.Statements;
using Slipway.Model.Problems;

namespace Slipway.Evidence.Attestations;

/// <summary>Whether a trusted key may have signed this, then. A time that a signer tells is never trusted further than the clock.</summary>
internal static class KeyCheck
{
    /// <summary>By how much two honest clocks may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public static IEnumerable<Problem> Problems(TrustedKey key, AttestationName name, SigningAct signing, DateTimeOffset now)
    {
        Problem At(string code, string message, string mend) => new() { Code = code, Message = $"{message} ({key.Key.Id}, {key.Source})", File = name.Path, Mend = mend };
        const string Again = "Sign the release again, with a key that counts.";
        var signed = Rfc3339.Write(signing.SignedAt);
        if (key.Revoked) yield return At(Codes.KeyRevoked, "The key that signed this is revoked: nothing counts that it ever signed", Again);
        if (signing.SignedAt > now + Skew)
            yield return At(Codes.FutureTime, $"It says that it was signed at {signed}, and by the clock here it is {Rfc3339.Write(now)}", "Set the clocks right, then sign again.");
        if (key.NotBefore is { } from && (signing.SignedAt < from || now < from))
            yield return At(Codes.KeyOutOfTime, $"It was signed at {signed}, and the key counts from {Rfc3339.Write(from)}", Again);
        // A retired key keeps what it signed, else every rotation would take the way back. A stolen one could date back, and is to be revoked.
        if (key.NotAfter is { } until && signing.SignedAt >= until)
            yield return At(Codes.KeyOutOfTime, $"It was signed at {signed}, and the key no longer counts from {Rfc3339.Write(until)} on", Again);
        if (!key.Attests.IsDefaultOrEmpty && !key.Attests.Contains(name.Attests, StringComparer.Ordinal))
            yield return At(Codes.KeyMayNotAttest, $"The key may attest {string.Join(", ", key.Attests)}, and not {name.Attests}", "Sign with a key that may attest it, or say in trust.yaml that this one may.");
        if (key.Builder is { } builder && builder != signing.Builder)
            yield return At(Codes.KeyMayNotAttest, $"The key is that of the builder '{builder}', and the statement says that '{signing.Builder}' signed it", Again);
        if (key.Kind is { } kind && kind != signing.Key)
            yield return At(Codes.KeyKindDiffers, $"The statement claims a {Word(signing.Key)} key, and this is a {Word(kind)} key", Again);
    }

    private static string Word(KeyKind kind) => kind.ToString().ToLowerInvariant();
}
