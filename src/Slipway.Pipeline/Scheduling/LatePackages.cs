using System.Collections.Immutable;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Scheduling;

/// <summary>
/// Packages that no stage was going to use, and one does: its verdict was to come out of the cache, and did not. They are fetched then.
/// </summary>
internal sealed class LatePackages(Plan plan, NodeContexts contexts)
{
    private readonly Dictionary<UnitId, PlanNode> _restores = plan.NodesOf(StageName.Restore).Where(node => node.SkipReason is null).ToDictionary(node => node.Unit);
    private readonly HashSet<UnitId> _fetched = [];
    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;

    /// <exception cref="KnownFailureException">They could not be fetched.</exception>
    public Task EnsureAsync(ImmutableArray<NodeState> batch, CancellationToken cancellationToken)
    {
        if (plan.Steps.FirstOrDefault(step => step.Name == StageName.Restore)?.Stage is not { } restore) return Task.CompletedTask;
        lock (_lock) return _last = EnsureAsync(_last, batch, restore, cancellationToken);
    }

    private async Task EnsureAsync(Task before, ImmutableArray<NodeState> batch, Stage restore, CancellationToken cancellationToken)
    {
        // One restore at a time; what became of the one before is for whoever asked for it.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var lacking = batch.Select(state => Lacking(state, restore)).OfType<StageContext>().ToImmutableArray();
        if (lacking.IsEmpty) return;
        foreach (var result in await restore.RunAsync(lacking, cancellationToken))
            if (result.Outcome is StageOutcome.Failed failed) throw NotFetched(failed, result);
        _fetched.UnionWith(lacking.Select(context => context.Unit.Id));
    }

    private StageContext? Lacking(NodeState state, Stage restore)
    {
        if (_fetched.Contains(state.Node.Unit) || !_restores.TryGetValue(state.Node.Unit, out var node)) return null;
        var context = contexts.Of(node, state.Log);
        if (!state.Step.Stage.UsesPackages(context.Unit) || !context.Earlier.TryGetValue(StageName.Restore, out var restored)) return null;
        return restored.Outcome is StageOutcome.Succeeded && !restore.OutputsInPlace(context, restored) ? context : null;
    }

    private static KnownFailureException NotFetched(StageOutcome.Failed failed, StageResult result) => new(new Problem
    {
        Code = Codes.ToolFailed,
        Message = $"The packages could not be fetched: {failed.Reason}. {string.Join(' ', result.Findings.Select(finding => finding.Message))}".TrimEnd(),
        Mend = "see what ./build.sh --target=Restore says",
    });
}
