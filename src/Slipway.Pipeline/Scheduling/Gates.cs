using System.Collections.Immutable;
using Slipway.Pipeline.Plans;

namespace Slipway.Pipeline.Scheduling;

/// <summary>The tasks that are no stages, and the stages that wait for them.</summary>
internal sealed class Gates
{
    private readonly HashSet<string>[] _closed;

    public Gates(ImmutableArray<PlanStep> steps) => _closed = [.. steps.Select(step => step.Gates.ToHashSet(StringComparer.Ordinal))];

    /// <summary>Whether a stage, by its place in the order, waits for none.</summary>
    public bool AreOpen(int order) => _closed[order].Count == 0;

    /// <returns>The stages, by their places in the order, that waited for this one alone.</returns>
    public ImmutableArray<int> Open(string gate) =>
        [.. Enumerable.Range(0, _closed.Length).Where(order => _closed[order].Remove(gate) && AreOpen(order))];
}
