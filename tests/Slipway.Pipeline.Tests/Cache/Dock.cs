using System.Collections.Concurrent;
using System.Collections.Immutable;
using Slipway.Evidence.Keys;
using Slipway.Model;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Pipeline.Cache;
using Slipway.Pipeline.Cache.Remote;
using Slipway.Pipeline.Cache.Restoring;

namespace Slipway.Pipeline.Tests.Cache;

/// <summary>One run on one clone: a tree, a local cache, a key, and everything that the cache said.</summary>
internal sealed class Dock : IDisposable
{
    private readonly string _own = Directory.CreateTempSubdirectory("slipway-cache-").FullName;
    private readonly ConcurrentQueue<Problem> _said = [];

    /// <param name="folder">The local cache, where it is not this run's alone.</param>
    public Dock(string? folder = null, SigningKey? key = null, SigningKey[]? trusted = null, CacheScope? scope = null,
        RemoteSettings? remote = null, long size = 1L << 30, TimeProvider? time = null, HttpMessageHandler? http = null)
    {
        Folder = folder ?? Path.Combine(_own, "cache");
        Root = Path.Combine(_own, "tree");
        Directory.CreateDirectory(Root);
        Cache = new(new()
        {
            Settings = new() { Folder = Folder, Size = size, Remote = remote },
            Scope = scope ?? CacheScope.Main,
            Writer = key ?? Main,
            Trusted = [.. (trusted ?? []).Select(other => new TrustedKey(other.Public, other.Kind, "the trust list"))],
            Say = _said.Enqueue,
            Time = time ?? TimeProvider.System,
            Http = http ?? new SocketsHttpHandler { UseProxy = false },
        });
    }

    public static SigningKey Main { get; } = NewKey();

    public static StageRecord Record { get; } = Sample.Record(StageResult.Succeeded);

    public static CacheKey Key => CacheKey.Of(Record);

    public BuildCache Cache { get; }

    public string Folder { get; }

    public string Root { get; }

    /// <summary>Where the folder of packages lies, is of this run alone too.</summary>
    public OutputTree Tree => new(Root, At("artifacts")) { Machine = new(() => new(Root, Path.Combine(_own, "packages"))) };

    /// <summary>The codes of what was said, in order.</summary>
    public string[] Said => [.. _said.Select(problem => problem.Code)];

    public string Words => string.Join('\n', _said);

    public string Blob(string text) => BlobOf(Digest.Of(text));

    public string BlobOf(Digest content) => Path.Combine(Folder, "cas", content.Hex[..2], content.Hex);

    public string Entry(CacheScope? scope = null)
    {
        var hex = Key.AddressIn(scope ?? CacheScope.Main).Hex;
        return Path.Combine(Folder, "ac", hex[..2], hex);
    }

    public string At(string path) => Path.Combine(Root, path);

    public CacheOutput Put(string path, string text, OutputContent content) => Put(path, text) with { Content = content };

    public CacheOutput Put(string path, string text, bool linkable = false, bool executable = false)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
        if (executable && !OperatingSystem.IsWindows()) File.SetUnixFileMode(At(path), (UnixFileMode)0b111_101_101);
        return new(path, linkable);
    }

    public Task<bool> StoreAsync(params CacheOutput[] outputs) => StoreAsync(Record, outputs);

    public Task<bool> StoreAsync(StageRecord record, params CacheOutput[] outputs) =>
        Cache.StoreAsync(record, Tree, outputs, TestContext.Current.CancellationToken);

    public Task<CacheHit?> FindAsync(CacheKey? key = null) => Cache.FindAsync(key ?? Key, TestContext.Current.CancellationToken);

    public Task<Restoration> RestoreAsync(CacheHit hit, Func<CachedFile, bool>? wanted = null, params ImmutableArray<string> whole) =>
        Cache.RestoreAsync(hit, Tree, At("artifacts/work"), wanted, whole, TestContext.Current.CancellationToken);

    /// <summary>Finds and restores everything, or nothing; what was restored is said in one line.</summary>
    public async Task<string> FetchAsync(CacheKey? key = null) => await FindAsync(key) is not { } hit
        ? "nothing found"
        : (await RestoreAsync(hit)).Match(all => $"{all.Files} files", _ => "not restored");

    public string Read(string path) => File.ReadAllText(At(path));

    public void Dispose()
    {
        Cache.Dispose();
        Directory.Delete(_own, recursive: true);
    }

    public static SigningKey NewKey()
    {
        var key = PrivateKey.Generate();
        return new(key.Public, KeyKind.Development, key);
    }
}
