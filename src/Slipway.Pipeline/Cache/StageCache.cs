using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Artifacts.Keys;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Pipeline.Cache.Restoring;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Cache;

/// <summary>
/// What stages gave, verdicts and outputs, from the cache and into it: made in another checkout, on another branch, or by another machine
/// whose key is believed.
/// </summary>
internal sealed partial class StageCache(BuildCache cache, RunContext run) : IDisposable
{
    private const string Trust = "SLIPWAY_CACHE_TRUST";

    private readonly ConcurrentDictionary<NodeKey, Lazy<Task<CacheHit?>>> _found = [];
    private string? _packages;

    /// <exception cref="BadInputException">A setting of the cache is wrong.</exception>
    public static StageCache Open(RunContext run, Action<Problem> say) => new(
        new(new()
        {
            Settings = CacheSettings.Read(Environment.GetEnvironmentVariable),
            Scope = CacheScope.FromEnvironment(Environment.GetEnvironmentVariable),
            Writer = new KeyStore(KeyPlaces.FromEnvironment(run.Platform.Root)).FindSigningKey(),
            Trusted = KeyStore.ReadTrustedKeys(Environment.GetEnvironmentVariable(Trust), Trust),
            Say = say,
            Time = run.Time,
        }),
        run);

    /// <summary>Whether what the stage makes of the unit is kept at all.</summary>
    public static bool Keeps(Stage stage, StageContext context) => stage.Replayable && stage.OutputsOf(context) is not null;

    /// <summary>The last execution that anybody kept, on whatever inputs; null where there is none.</summary>
    public async Task<StageRecord?> LatestAsync(PlanNode node) => (await cache.FindAsync(LatestExecution.KeyOf(run.Platform, node)))?.Entry.Record;

    /// <summary>The entry of a success on the node's very inputs that is valid here, signed by a writer who is believed; null where there is none.</summary>
    public async Task<CacheHit?> FindAsync(PlanNode node, Stage stage, StageContext context) =>
        await KeptAsync(node, stage, context) is { } hit && stage.IsValidHere(context, hit.Entry.Record) ? hit : null;

    /// <summary>What such an entry says that is not valid here; null where there is none.</summary>
    public async Task<StageRecord?> LapsedAsync(PlanNode node, Stage stage, StageContext context) =>
        (await KeptAsync(node, stage, context))?.Entry.Record is { } record && !stage.IsValidHere(context, record) ? record : null;

    /// <summary>Puts back what lies in these of the outputs' folders.</summary>
    /// <returns>What became of it. That it failed is said.</returns>
    public async Task<Restoration> RestoreAsync(CacheHit hit, StageOutputs outputs, ImmutableArray<string> folders, CancellationToken cancellation = default)
    {
        var restoration = await cache.RestoreAsync(hit, Tree(), Path.Combine(run.Paths.Work, "cache"), IsWanted, folders, cancellation);
        if (restoration is Restoration.Restored) outputs.Complete();
        return restoration;

        bool IsWanted(CachedFile file) => folders.Any(folder => file.Path.StartsWith($"{folder}/", StringComparison.Ordinal));
    }

    public async Task KeepAsync(StageRecord record, Stage stage, StageContext context)
    {
        if (!stage.Replayable || stage.OutputsOf(context) is not { } outputs) return;
        if (record.Result.Outcome is StageOutcome.Failed || !stage.OutputsInPlace(context, record.Result)) return;
        await cache.StoreAsync(RecordTexts.Marked(record, Tree().Machine), Tree(), [.. outputs.Files()]);
        await cache.StoreAsync(LatestExecution.Of(run.Platform, record), Tree(), []);
    }

    public void Dispose() => cache.Dispose();

    private async Task<CacheHit?> KeptAsync(PlanNode node, Stage stage, StageContext context)
    {
        if (!Keeps(stage, context)) return null;
        return await _found.GetOrAdd(node.Key, _ => new(() => LookAsync(node))).Value;
    }

    private async Task<CacheHit?> LookAsync(PlanNode node)
    {
        // Whoever a writer's key belongs to is who executed: what is signed rests on it.
        if (await cache.FindAsync(CacheKey.Of(node)) is not { } hit || (hit.Writer.Builder is { } builder && builder != hit.Entry.Record.Builder)) return null;
        return hit with { Entry = hit.Entry with { Record = RecordTexts.Filled(hit.Entry.Record, Tree().Machine) } };
    }

    private OutputTree Tree() => OutputTree.Of(run) with { Machine = new(() => new(run.Platform.Root, _packages ??= PackageFolder())) };

    // Where NuGet put the packages, as its restore has written into every project. Before the first restore nobody knows.
    private string? PackageFolder() => run.Platform.Units.SelectMany(unit => unit.Projects)
        .Select(project => Path.Combine(run.Platform.Root, project.Folder, "obj", $"{Path.GetFileName(project.Path)}.nuget.g.props"))
        .Where(File.Exists)
        .Select(path => PackageRoot.Match(File.ReadAllText(path)))
        .FirstOrDefault(match => match.Success)?.Groups["folder"].Value;

    [GeneratedRegex("<NuGetPackageRoot[^>]*>(?<folder>[^<]+)</NuGetPackageRoot>", RegexOptions.CultureInvariant)]
    private static partial Regex PackageRoot { get; }
}
