using Slipway.Evidence;
using Slipway.Evidence.Dsse;
using Slipway.Evidence.Keys;

namespace Slipway.Pipeline.Cache.Entries;

/// <summary>Signs entries, and opens those that a trusted writer signed. A key is never taken from what it is to check.</summary>
/// <param name="writer">The key of this run.</param>
/// <param name="trusted">The keys to believe.</param>
internal sealed class EntrySeal(SigningKey writer, IReadOnlyCollection<TrustedKey> trusted)
{
    // Signed together with the payload, so that no statement of another kind can be passed off as an entry.
    private const string PayloadType = "application/vnd.slipway.cache-entry+json";

    private const string Misplaced = "Find out how it came there: no run of Slipway puts it there.";

    public async ValueTask<byte[]> SignAsync(CacheEntry entry, CancellationToken cancellation)
    {
        var payload = EntryJson.Write(entry);
        var signature = await writer.Signer.SignAsync(PreAuthentication.Encode(PayloadType, payload), cancellation);
        return new Envelope(PayloadType, payload, [new(writer.Public.Id, signature)]).Write();
    }

    /// <param name="bytes">The envelope.</param>
    /// <param name="key">What was looked for.</param>
    /// <param name="scope">In which scope it was looked for.</param>
    /// <param name="source">Where the bytes came from, for messages.</param>
    public Reading<(CacheEntry Entry, TrustedKey Writer)> Open(ReadOnlySpan<byte> bytes, CacheKey key, CacheScope scope, string source)
    {
        Reading<(CacheEntry, TrustedKey)> Refuse(string code, string why, string? mend = null) =>
            Reading<(CacheEntry, TrustedKey)>.Reject(EntryProblem.Of(code, key, source, why, mend));

        try
        {
            var envelope = Envelope.Read(bytes);
            if (envelope.Signatures is []) return Refuse(Codes.EntryUnsigned, "it is not signed");
            var message = PreAuthentication.Encode(envelope.PayloadType, envelope.Payload);
            var known = envelope.Signatures
                .SelectMany(signature => trusted.Where(key => key.Key.IsNamed(signature.KeyId)), (signature, key) => (signature, key))
                .ToList();
            if (known.Count == 0)
            {
                return Refuse(Codes.WriterUntrusted, $"{envelope.Signatures[0].KeyId} signed it, which is not a writer that you trust",
                    "If that writer should be believed, add its public key to the trusted writers; if not, find out how it came to write here.");
            }
            if (known.FirstOrDefault(pair => pair.key.Key.Verify(message, pair.signature.Bytes)).key is not { } signer)
                return Refuse(Codes.SignatureInvalid, $"its signature under {known[0].key.Key.Id} does not match, so one of the two was changed");
            if (envelope.PayloadType != PayloadType) return Refuse(Codes.EntryDamaged, $"what was signed is a {envelope.PayloadType}");
            var entry = EntryJson.Read(envelope.Payload);
            if (entry.Scope != scope)
                return Refuse(Codes.EntryMisplaced, $"it was written for {entry.Scope} and stands where {scope} reads", Misplaced);
            return entry.Key == key
                ? Reading<(CacheEntry, TrustedKey)>.Accept((entry, signer))
                : Refuse(Codes.EntryMisplaced, $"it is the entry of {entry.Key} on other inputs", Misplaced);
        }
        catch (FormatException error)
        {
            return Reading<(CacheEntry, TrustedKey)>.Reject(EntryProblem.Damaged(key, source, error));
        }
    }
}
