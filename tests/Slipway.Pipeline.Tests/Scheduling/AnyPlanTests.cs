using System.Collections.Concurrent;
using System.Collections.Immutable;
using CsCheck;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Pipeline.Tests.Scheduling;

/// <summary>What holds for every plan, whatever fails in it.</summary>
public sealed class AnyPlanTests
{
    // A stage's predecessors as bits over the stages before it; some hold a common limit, some go in one batch, some fail.
    private static readonly Gen<Sketch> _sketches = Gen.Select(
        Gen.Select(Gen.Int[0, 255], Gen.Bool, Gen.Bool).Array[1, 7], Gen.Int[1, 3], Gen.Int[1, 4], Gen.Int[0, 20].Array[0, 2],
        (stages, units, jobs, failures) => new Sketch(stages, units, jobs, failures));

    [Fact]
    public void Every_node_is_answered_once_after_its_predecessors_and_the_run_ends() => _sketches.Sample(Run, iter: 300);

    private static void Run(Sketch sketch)
    {
        var plan = Harbour.Plan([.. sketch.Steps()], [.. Enumerable.Range(0, sketch.Units).Select(index => $"u{index}")]);
        var runner = new Runner([.. sketch.Failures.Where(index => index < plan.Nodes.Length).Select(index => plan.Nodes[index].Key)]);
        var scheduler = new Scheduler(plan, runner, new SchedulerOptions { Jobs = sketch.Jobs });
        scheduler.Start();
        Assert.True(Task.WhenAll(scheduler.Nodes.Select(node => node.Completion)).Wait(TimeSpan.FromSeconds(20)), "the run did not end");
        Assert.True(scheduler.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(20)), "the scheduler did not end");

        Assert.Equal(runner.Ran.Count, runner.Ran.Distinct().Count());
        Assert.False(runner.Overlapped, "two holders of one limit overlapped");
        Assert.False(runner.Early, "a node ran before its predecessors had ended");
        var results = scheduler.Nodes.Select(node => node.Completion.Result).ToArray();
        Assert.Equal(runner.Ran.Count, results.Count(result => !result.NotReached));
        if (sketch.Failures.Length == 0) Assert.All(results, result => Assert.False(result.NotReached));
    }

    private sealed record Sketch((int After, bool Limited, bool Batched)[] Stages, int Units, int Jobs, int[] Failures)
    {
        public IEnumerable<PlanStep> Steps() => Stages.Select((stage, index) => Harbour.Step(
            new PaperStage($"s{index}") { Held = stage.Limited ? ["folder"] : [], OneBatch = stage.Batched },
            [.. Enumerable.Range(0, index).Where(before => (stage.After & (1 << before)) != 0).Select(before => $"s{before}")]));
    }

    private sealed class Runner(ImmutableHashSet<NodeKey> failing) : INodeRunner
    {
        private int _holders;

        public ConcurrentQueue<NodeKey> Ran { get; } = [];

        public bool Overlapped { get; private set; }

        public bool Early { get; private set; }

        public async Task<ImmutableArray<NodeResult>> RunAsync(ImmutableArray<NodeState> batch, CancellationToken cancellationToken)
        {
            var limited = !batch[0].Step.Stage.Limits.IsEmpty;
            if (limited && Interlocked.Increment(ref _holders) > 1) Overlapped = true;
            if (batch.Any(node => node.Before.Any(before => !before.Completed))) Early = true;
            await Task.Yield();
            foreach (var node in batch) Ran.Enqueue(node.Node.Key);
            if (limited) Interlocked.Decrement(ref _holders);
            return [.. batch.Select(node => new NodeResult
            {
                Node = node.Node,
                Result = failing.Contains(node.Node.Key) ? StageResult.Failed("no") : StageResult.Succeeded,
            })];
        }
    }
}
