using System.Collections.Immutable;
using Slipway.Evidence.Keys;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Pipeline.Cache.Entries;
using Slipway.Pipeline.Cache.Local;
using Slipway.Pipeline.Cache.Remote;
using Slipway.Pipeline.Cache.Restoring;

namespace Slipway.Pipeline.Cache;

/// <summary>
/// Results of stages by the digest of their inputs: on this machine, and where one is set, on a server. It can only save time. Whatever is
/// damaged, forged, gone or out of reach is said and counts as not found; nothing but cancellation is thrown.
/// </summary>
internal sealed class BuildCache : IDisposable
{
    private readonly CacheOptions _options;
    private readonly LocalStore _local;
    private readonly RemoteStore? _remote;
    private readonly EntryFinder _finder;
    private readonly EntrySeal _seal;
    private readonly Restorer _restorer;
    private readonly int _width;

    public BuildCache(CacheOptions options)
    {
        _options = options;
        _width = Math.Max(Environment.ProcessorCount, options.Settings.Remote?.Width ?? 1);
        _local = new(options.Settings.Folder, options.Time);
        _remote = options.Settings.Remote is { } remote
            ? new(new(remote, new(remote, options.Say), options.Http ?? new SocketsHttpHandler { MaxConnectionsPerServer = remote.Width, ConnectTimeout = remote.Limit }))
            : null;
        _seal = new(options.Writer, [new TrustedKey(options.Writer.Public, options.Writer.Kind, "this run's own key"), .. options.Trusted]);
        _finder = new(_local, _remote, _seal, options);
        _restorer = new(new(_local, _remote, options.Say), options.Time, _width);
    }

    /// <summary>Looks an entry up and checks who wrote it. Touches no output.</summary>
    public Task<CacheHit?> FindAsync(CacheKey key, CancellationToken cancellation = default) =>
        GuardAsync(() => _finder.FindAsync(key, cancellation), _ => (CacheHit?)null);

    /// <summary>Puts outputs of an entry in place. Files that are there are replaced, never written into.</summary>
    /// <param name="hit">From <see cref="FindAsync"/>.</param>
    /// <param name="tree">Where to.</param>
    /// <param name="scratch">A folder on the same file system, for files that are not whole yet; made if need be.</param>
    /// <param name="wanted">Which of them; all by default.</param>
    /// <param name="whole">Folders that hold nothing else afterwards, by name: what lay there goes in the moment in which the outputs come.</param>
    public async Task<Restoration> RestoreAsync(
        CacheHit hit, OutputTree tree, string scratch, Func<CachedFile, bool>? wanted = null, ImmutableArray<string> whole = default, CancellationToken cancellation = default)
    {
        var order = new RestoreOrder
        {
            Hit = hit,
            Files = [.. hit.Entry.Outputs.Where(file => wanted?.Invoke(file) != false)],
            Whole = whole.IsDefault ? [] : whole,
            Tree = tree,
            Scratch = scratch,
        };
        var restoration = await GuardAsync(() => _restorer.RestoreAsync(order, cancellation), problem => new Restoration.Missed([problem]));
        if (restoration is not Restoration.Missed(var reasons)) return restoration;
        foreach (var reason in reasons.Where(reason => reason.Code != Codes.StoreFailed)) _options.Say(reason);
        // An entry without its content would be found again and again.
        if (reasons.Any(reason => reason.Code == Codes.ContentMissing)) _local.DropEntry(hit.Address);
        return restoration;
    }

    /// <summary>Keeps what a stage gave. The entry becomes visible when all of its content is there, on this machine and on the server alike.</summary>
    /// <param name="record">Of the execution just now; one that failed is not kept.</param>
    /// <param name="tree">Where the outputs lie.</param>
    /// <param name="outputs">The files that the stage wrote.</param>
    /// <returns>Whether the local store has it.</returns>
    public async Task<bool> StoreAsync(StageRecord record, OutputTree tree, IReadOnlyCollection<CacheOutput> outputs, CancellationToken cancellation = default)
    {
        if (record.Result.Outcome is StageOutcome.Failed) return false;
        var refused = outputs.Select(output => OutputRefusal.Of(tree, output)).OfType<Problem>().ToList();
        refused.ForEach(_options.Say);
        return refused.Count == 0 && await GuardAsync(async () =>
        {
            await KeepAsync(record, tree, [.. outputs.DistinctBy(output => output.Path).OrderBy(output => output.Path, StringComparer.Ordinal)], cancellation);
            return true;
        }, _ => false);
    }

    /// <summary>Ends the run's use of the cache, and brings the local store below its bound.</summary>
    public void Dispose()
    {
        _restorer.Dispose();
        _local.Dispose();
        _remote?.Dispose();
        if (_local.Written) Guard(() => Eviction.Run(_options.Settings.Folder, _options.Settings.Size));
    }

    private async Task KeepAsync(StageRecord record, OutputTree tree, ImmutableArray<CacheOutput> outputs, CancellationToken cancellation)
    {
        var files = new CachedFile[outputs.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForAsync(0, outputs.Length, parallel, (index, _) =>
        {
            files[index] = _local.Add(tree, outputs[index]);
            return ValueTask.CompletedTask;
        });
        var entry = new CacheEntry { Scope = _options.Scope, Record = record, Outputs = [.. files] };
        var envelope = await _seal.SignAsync(entry, cancellation);
        var address = entry.Key.AddressIn(_options.Scope);
        var plain = files.Select(file => new BlobName(file.Path, file.Content, file.Size, file.Executable));
        _local.PutEntry(address, new ActionResult { Blobs = [.. plain], Envelope = envelope }.Write());
        if (_remote is not { Writes: true } || await UploadAsync(_remote, entry, envelope, cancellation) is not { } result) return;
        if (!await _remote.PutEntryAsync(address, result, cancellation)) return;
        // From now on what this machine evicts can be had from there, under the names that it has there.
        _local.PutEntry(address, result);
    }

    private async Task<byte[]?> UploadAsync(RemoteStore remote, CacheEntry entry, byte[] envelope, CancellationToken cancellation)
    {
        var blobs = new BlobName?[entry.Outputs.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _width, CancellationToken = cancellation };
        await Parallel.ForAsync(0, blobs.Length, parallel, async (index, limit) =>
        {
            var file = entry.Outputs[index];
            if (remote.Writes) blobs[index] = await remote.PutAsync(file, _local.BlobPath(file.Content), _local.Temporary(), limit);
        });
        return blobs.Contains(null) ? null : new ActionResult { Blobs = [.. blobs.OfType<BlobName>()], Envelope = envelope }.Write();
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> work, Func<Problem, T> failed)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return failed(Failure(error));
        }
    }

    private void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Failure(error);
        }
    }

    private Problem Failure(Exception error)
    {
        var problem = new Problem
        {
            Code = Codes.StoreFailed,
            Message = $"The local cache cannot be used for this: {error.Message.TrimEnd('.')}. The run goes on without it.",
            File = _options.Settings.Folder,
            Mend = "Look at the space and the permissions there, or name another folder with SLIPWAY_CACHE.",
        };
        _options.Say(problem);
        return problem;
    }
}
