using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Records;
using Slipway.Pipeline.Reports;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Pipeline.Runs;

/// <summary>One run of a plan: started once, awaited stage by stage, disposed when everything has ended.</summary>
public sealed class PipelineRun : IAsyncDisposable
{
    private readonly RunContext _context;
    private readonly Scheduler _scheduler;

    public PipelineRun(Plan plan, RunContext context, RunOptions options)
    {
        Plan = plan;
        _context = context;
        var runner = new StageRunner(plan, context, new RecordStore(context.Paths), new ReportWriter(context.Paths), options.Replay);
        _scheduler = new Scheduler(plan, runner, new SchedulerOptions { Jobs = options.Jobs });
    }

    public Plan Plan { get; }

    public Guid Invocation => _context.Invocation;

    public void Start() => _scheduler.Start();

    /// <summary>Says that a task that is not a stage has ended, so that what waited for it may start.</summary>
    public void Open(string gate) => _scheduler.Open(gate);

    public void Cancel() => _scheduler.Cancel();

    /// <summary>The nodes of one stage, in the order of units, each to be awaited in turn.</summary>
    public ImmutableArray<RunningNode> Follow(StageName stage) =>
        [.. _scheduler.NodesOf(stage).Select(state => new RunningNode(state.Node, state.Log, state.Completion))];

    /// <summary>Everything that has ended so far, in the plan's order.</summary>
    public ImmutableArray<NodeResult> Results =>
        [.. _scheduler.Nodes.Where(node => node.Completed).Select(node => node.Completion.Result)];

    public async ValueTask DisposeAsync()
    {
        await _scheduler.DisposeAsync();
        await _context.Resources.DisposeAsync();
        RunSummary.Write(this, _context);
    }
}
