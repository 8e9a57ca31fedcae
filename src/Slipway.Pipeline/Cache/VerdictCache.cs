using Slipway.Artifacts.Keys;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Cache;

/// <summary>
/// Verdicts from the cache, for stages that leave nothing else: made in another checkout, on another branch, or by another machine whose
/// key is believed.
/// </summary>
internal sealed class VerdictCache(BuildCache cache, RunContext run) : IDisposable
{
    private const string Trust = "SLIPWAY_CACHE_TRUST";

    /// <exception cref="BadInputException">A setting of the cache is wrong.</exception>
    public static VerdictCache Open(RunContext run, Action<Problem> say) => new(
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
    public static bool Keeps(Stage stage, StageContext context) => stage.Replayable && stage.IsVerdictOnly(context.Unit);

    /// <summary>The record of a success on the node's very inputs, signed by a writer who is believed; null where there is none.</summary>
    public async Task<StageRecord?> FindAsync(PlanNode node, Stage stage, StageContext context)
    {
        if (!Keeps(stage, context)) return null;
        var record = (await cache.FindAsync(CacheKey.Of(node)))?.Entry.Record;
        return record is not null && stage.OutputsInPlace(context, record.Result) ? record : null;
    }

    /// <summary>The last execution that anybody kept, on whatever inputs; null where there is none.</summary>
    public async Task<StageRecord?> LatestAsync(PlanNode node) => (await cache.FindAsync(LatestExecution.KeyOf(run.Platform, node)))?.Entry.Record;

    public async Task KeepAsync(StageRecord record, Stage stage, StageContext context)
    {
        if (!Keeps(stage, context)) return;
        await cache.StoreAsync(record, run.Platform.Root, []);
        await cache.StoreAsync(LatestExecution.Of(run.Platform, record), run.Platform.Root, []);
    }

    public void Dispose() => cache.Dispose();
}
