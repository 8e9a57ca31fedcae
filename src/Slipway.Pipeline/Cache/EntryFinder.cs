using System.Collections.Immutable;
using Slipway.Evidence;
using Slipway.Model;
using Slipway.Pipeline.Cache.Entries;
using Slipway.Pipeline.Cache.Local;
using Slipway.Pipeline.Cache.Remote;

namespace Slipway.Pipeline.Cache;

/// <summary>Looks for an entry that may be believed: in each scope that this run reads, here first, then at the remote.</summary>
internal sealed class EntryFinder(LocalStore local, RemoteStore? remote, EntrySeal seal, CacheOptions options)
{
    public async Task<CacheHit?> FindAsync(CacheKey key, CancellationToken cancellation)
    {
        foreach (var scope in options.Scope.Reads)
        {
            var address = key.AddressIn(scope);
            if (FindHere(key, scope, address) is { } here) return here;
            if (remote is not null && await FindThereAsync(remote, key, scope, address, cancellation) is { } there) return there;
        }
        return null;
    }

    private CacheHit? FindHere(CacheKey key, CacheScope scope, Digest address)
    {
        if (local.FindEntry(address) is not { } bytes) return null;
        if (Open(bytes, key, scope, local.EntryPath(address)) is not { } hit)
        {
            local.DropEntry(address);
            return null;
        }
        // Content that was evicted may still be had from the remote; without one, the entry is of no use any more.
        var gone = hit.Entry.Outputs.Where(file => !local.Holds(file)).ToArray();
        if (gone.Length == 0 || remote is { On: true }) return hit;
        options.Say(EntryProblem.Of(Codes.ContentMissing, key, local.EntryPath(address),
            $"{gone[0].Path}{(gone.Length == 1 ? "" : $" and {gone.Length - 1} more of its outputs")} cannot be had any more",
            "Nothing has to be done; if it happens often, let the cache grow: SLIPWAY_CACHE_SIZE."));
        local.DropEntry(address);
        return null;
    }

    private async Task<CacheHit?> FindThereAsync(RemoteStore store, CacheKey key, CacheScope scope, Digest address, CancellationToken cancellation)
    {
        if (await store.FindEntryAsync(address, cancellation) is not { } bytes) return null;
        if (Open(bytes, key, scope, $"{options.Settings.Remote?.Address}ac/{address.Hex}") is not { } hit) return null;
        local.PutEntry(address, bytes);
        return hit with { FromRemote = true };
    }

    private CacheHit? Open(byte[] bytes, CacheKey key, CacheScope scope, string source) => Read(bytes, key, scope, source).Match<CacheHit?>(
        hit => hit,
        problems =>
        {
            foreach (var problem in problems) options.Say(problem);
            return null;
        });

    private Reading<CacheHit> Read(byte[] bytes, CacheKey key, CacheScope scope, string source)
    {
        try
        {
            return seal.Open(ActionResult.EnvelopeOf(bytes).Span, key, scope, source).Match(
                opened => Reading<CacheHit>.Accept(new()
                {
                    Entry = opened.Entry,
                    Writer = opened.Writer,
                    FromRemote = false,
                    Address = key.AddressIn(scope),
                    Blobs = new(() => BlobsOf(bytes)),
                }),
                Reading<CacheHit>.Reject);
        }
        catch (FormatException error)
        {
            return Reading<CacheHit>.Reject(EntryProblem.Damaged(key, source, error));
        }
    }

    // Nobody signed the names. One that cannot be read is as good as none; of doubled ones any will do, for the content has to be right.
    private static ImmutableDictionary<string, Digest> BlobsOf(byte[] bytes)
    {
        try
        {
            return ActionResult.Read(bytes).Blobs.DistinctBy(blob => blob.Path).ToImmutableDictionary(blob => blob.Path, blob => blob.Digest, StringComparer.Ordinal);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
