using System.Collections.Immutable;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Scheduling;

/// <summary>Which projects' compiled outputs a run will read: those that its stages link, of every node that nothing stands for.</summary>
internal static class Demand
{
    /// <param name="runs">Whether a node that has something to do has to run.</param>
    /// <returns>Paths of projects.</returns>
    public static ImmutableHashSet<string> Of(Plan plan, Func<PlanNode, PlanStep, bool> runs)
    {
        var units = plan.Units.ToDictionary(unit => unit.Id);
        var linked =
            from step in plan.Steps
            from node in plan.NodesOf(step.Name)
            where node.SkipReason is null
            let projects = step.Stage.Links(units[node.Unit]).ToArray()
            where projects.Length > 0
            select (node, step, projects);
        var reads = linked.AsParallel().Where(reader => runs(reader.node, reader.step)).SelectMany(reader => reader.projects).ToArray();
        return new ProjectReach(plan.Platform).Of(reads);
    }
}
