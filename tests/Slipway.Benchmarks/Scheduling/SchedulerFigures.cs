using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Slipway.Model;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Benchmarks.Scheduling;

/// <summary>What the scheduler adds to the work that it schedules.</summary>
internal static class SchedulerFigures
{
    private const double Slack = 1.15;
    private static readonly TimeSpan _overheadBound = TimeSpan.FromSeconds(1);

    public static async Task<int> MeasureAsync()
    {
        var kept = true;
        foreach (var (tasks, jobs) in ((int, int)[])[(8, 8), (10, 4), (12, 5), (16, 2)])
        {
            var elapsed = await RunAsync(Plan(tasks, stages: 1), new WaitingRunner(TimeSpan.FromSeconds(1)), jobs);
            kept &= Say($"{tasks} tasks of 1 s on {jobs} jobs", elapsed, TimeSpan.FromSeconds(Slack * Math.Ceiling((double)tasks / jobs)));
        }
        var plan = Plan(units: 1000, stages: 12);
        await RunAsync(plan, new StandingRunner(), jobs: 8);
        kept &= Say("1,000 units × 12 stages that all stand", await RunAsync(plan, new StandingRunner(), jobs: 8), _overheadBound);
        kept &= Say("1,000 units × 12 stages that do nothing", await RunAsync(plan, new WaitingRunner(TimeSpan.Zero), jobs: 8), _overheadBound);
        return kept ? 0 : 1;
    }

    private static async Task<TimeSpan> RunAsync(Plan plan, INodeRunner runner, int jobs)
    {
        var started = Stopwatch.GetTimestamp();
        await using var scheduler = new Scheduler(plan, runner, new SchedulerOptions { Jobs = jobs });
        scheduler.Start();
        foreach (var node in scheduler.Nodes) await node.Completion;
        return Stopwatch.GetElapsedTime(started);
    }

    private static bool Say(string what, TimeSpan elapsed, TimeSpan bound)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {elapsed.TotalSeconds:0.000} s, bound {bound.TotalSeconds:0.00} s"));
        return elapsed <= bound;
    }

    // A stage needs the one before it.
    private static Plan Plan(int units, int stages) => Planner.Plan(
        new Platform { Name = "harbour", Root = "/harbour", Units = [.. Enumerable.Range(0, units).Select(Unit)] },
        [],
        [.. Enumerable.Range(0, stages).Select(index => new PlanStep(new PaperStage($"s{index}"), index == 0 ? [] : [new StageName($"s{index - 1}")]))],
        (unit, _) => Digest.Of(unit.ToString()),
        _ => "toolchain");

    private static Unit Unit(int index) => new()
    {
        Id = new(UnitKind.App, UnitName.Parse(string.Create(CultureInfo.InvariantCulture, $"unit{index:0000}"))),
        Toolchain = Toolchain.Node,
        Root = $"apps/unit{index}",
        Folders = [$"apps/unit{index}"],
    };

    private sealed class StandingRunner : INodeRunner
    {
        public NodeResult? Settle(NodeState node) => new() { Node = node.Node, Result = StageResult.Succeeded, Replayed = true };

        public Task<ImmutableArray<NodeResult>> RunAsync(ImmutableArray<NodeState> batch, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Every record stands.");
    }

    private sealed class WaitingRunner(TimeSpan time) : INodeRunner
    {
        public NodeResult? Settle(NodeState node) => null;

        public async Task<ImmutableArray<NodeResult>> RunAsync(ImmutableArray<NodeState> batch, CancellationToken cancellationToken)
        {
            await Task.Delay(time, cancellationToken);
            return [.. batch.Select(node => new NodeResult { Node = node.Node, Result = StageResult.Succeeded })];
        }
    }
}
