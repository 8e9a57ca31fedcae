using System.Collections.Immutable;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Pipeline.Tests.Scheduling;

/// <summary>A scheduler with a conductor in front of it.</summary>
internal sealed class Rehearsal : IAsyncDisposable
{
    /// <param name="standing">Nodes that an earlier record stands for, as <c>stage: unit</c>.</param>
    public Rehearsal(Plan plan, int jobs = 8, bool keepGoing = false, Func<PlanNode, double>? expected = null, params string[] standing)
    {
        Conductor = new Conductor([.. standing]);
        var options = new SchedulerOptions { Jobs = jobs, KeepGoing = keepGoing };
        Scheduler = new Scheduler(plan, Conductor, expected is null ? options : options with { Expected = expected });
        Scheduler.Start();
    }

    public Conductor Conductor { get; }

    public Scheduler Scheduler { get; }

    /// <summary>What every node came to, once all have: <c>stage unit: succeeded</c>, with the reason of a skip.</summary>
    public async Task<ImmutableArray<string>> EndAsync()
    {
        var results = await Task.WhenAll(Scheduler.Nodes.Select(node => node.Completion))
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return [.. results.Select(result => $"{result.Node.Stage} {result.Node.Unit.Name}: {result.Result.Outcome.Match(() => "succeeded", _ => "failed", reason => reason)}")];
    }

    public ValueTask DisposeAsync() => Scheduler.DisposeAsync();
}
