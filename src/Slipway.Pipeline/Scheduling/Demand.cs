using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Scheduling;

/// <summary>What a run will read of what earlier stages left: known before anything runs, as every fingerprint is.</summary>
/// <param name="Projects">Paths of the projects whose compiled outputs are read: those that stages link, of every node that nothing stands for.</param>
/// <param name="Packages">The units whose packages are used.</param>
/// <param name="Planned">The units of the run. What those leave out is put in place by nobody else.</param>
internal sealed record Demand(ImmutableHashSet<string> Projects, ImmutableHashSet<UnitId> Packages, ImmutableHashSet<UnitId> Planned)
{
    /// <param name="runs">Whether a node that has something to do has to run.</param>
    public static Demand Of(Plan plan, RunRequest request, Func<PlanNode, PlanStep, bool> runs)
    {
        var units = plan.Units.ToDictionary(unit => unit.Id);
        var readers = (
            from step in plan.Steps
            from node in plan.NodesOf(step.Name)
            where node.SkipReason is null
            let unit = units[node.Unit]
            let projects = step.Stage.Links(unit).ToArray()
            let packages = step.Stage.UsesPackages(unit)
            where packages || projects.Length > 0
            select (node, step, unit, projects, packages)).ToArray();
        var run = new bool[readers.Length];
        Parallel.For(0, readers.Length, index => run[index] = runs(readers[index].node, readers[index].step));
        var running = readers.Where((_, index) => run[index]).ToArray();
        var linked = new ProjectReach(plan.Platform).Of(running.SelectMany(reader => reader.projects));
        // Whoever names restore wants the packages.
        var users = request.Names(StageName.Restore) ? plan.Units : running.Where(reader => reader.packages).Select(reader => reader.unit);
        return new(
            linked,
            [.. users.Select(unit => unit.Id), .. plan.Units.Where(unit => unit.DotNetProjects.Any(project => linked.Contains(project.Path))).Select(unit => unit.Id)],
            [.. units.Keys]);
    }
}
