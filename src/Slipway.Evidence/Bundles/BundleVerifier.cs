using Slipway.Evidence.Dsse;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Statements;
using Slipway.Model.Problems;

namespace Slipway.Evidence.Bundles;

/// <summary>Checks a bundle offline against keys that somebody trusts. Fails closed.</summary>
public static class BundleVerifier
{
    /// <param name="bytes">The whole bundle.</param>
    /// <param name="keys">The keys to believe.</param>
    /// <param name="file">The name that problems carry.</param>
    public static Reading<VerifiedStatement> Verify(ReadOnlyMemory<byte> bytes, IReadOnlyCollection<TrustedKey> keys, string file) =>
        BundleReader.Read(bytes, file).Match(
            bundle => Verify(bundle, bytes, keys, file),
            problems => Reading<VerifiedStatement>.Reject(problems));

    private static Reading<VerifiedStatement> Verify(
        Bundle bundle, ReadOnlyMemory<byte> bytes, IReadOnlyCollection<TrustedKey> keys, string file)
    {
        var named = keys.Where(key => key.Key.IsNamed(bundle.Hint)).ToList();
        if (named.Count == 0)
        {
            var known = string.Join(", ", keys.Select(key => $"{key.Key.Id} ({key.Source})"));
            return Reject(Codes.UnknownKey, file,
                $"It was signed by {bundle.Hint}, which is not a key that you trust: {(known.Length == 0 ? "no key is" : known)}.",
                "Give the public half of the key that signs your releases with --key, or sign the release with a key that you trust.");
        }
        var message = PreAuthentication.Encode(bundle.PayloadType, bundle.Payload.AsSpan());
        if (named.FirstOrDefault(key => key.Key.Verify(message, bundle.Signature.AsSpan())) is not { } signer)
        {
            return Reject(Codes.SignatureInvalid, file,
                $"The signature does not match the statement that it claims to sign, under key {bundle.Hint}: one of the two was changed.",
                "Take the release again from where it was built, or sign it again.");
        }
        var ourForm = BundleWriter.Write(bundle.Payload.AsSpan(), bundle.Signature.AsSpan(), signer.Key);
        return StatementReader.Read(bundle.Payload.AsMemory(), file).Match(
            statement => Reading<VerifiedStatement>.Accept(new(statement, signer, bytes.Span.SequenceEqual(ourForm))),
            problems => Reading<VerifiedStatement>.Reject(problems));
    }

    private static Reading<VerifiedStatement> Reject(string code, string file, string message, string mend) =>
        Reading<VerifiedStatement>.Reject(new Problem { Code = code, Message = message, File = file, Mend = mend });
}
