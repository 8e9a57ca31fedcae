using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Cache;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Records;
using Slipway.Pipeline.Reports;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Pipeline.Runs;

/// <summary>One run of a plan: started once, awaited stage by stage, disposed when everything has ended.</summary>
public sealed class PipelineRun : IAsyncDisposable
{
    private readonly RunContext _context;
    private readonly RunRequest _request;
    private readonly Scheduler _scheduler;
    private readonly StageCache? _cache;
    private readonly StageRunner _runner;

    public PipelineRun(Plan plan, RunContext context, RunOptions options)
    {
        Plan = plan;
        _context = context;
        _request = options.Request;
        var records = new RecordStore(context.Paths);
        _cache = options.Cache ? StageCache.Open(context, options.Say) : null;
        _runner = new StageRunner(plan, context, records, new ReportWriter(context.Paths), options, _cache);
        _scheduler = new Scheduler(plan, _runner, new SchedulerOptions
        {
            Jobs = options.Jobs,
            KeepGoing = options.KeepGoing,
            Expected = ExpectedTimes.Of(plan, records, options.Replay),
        });
    }

    public Plan Plan { get; }

    public Guid Invocation => _context.Invocation;

    /// <summary>Whether a task that is not a stage failed, which the results cannot tell.</summary>
    public bool Broken { get; set; }

    public void Start() => _scheduler.Start();

    /// <summary>Says that a task that is not a stage has ended, so that what waited for it may start.</summary>
    public void Open(string gate) => _scheduler.Open(gate);

    public void Cancel() => _scheduler.Cancel();

    /// <summary>Cancels it because somebody has asked for that, who wants nothing left of it.</summary>
    public void Interrupt()
    {
        _context.Resources.Interrupted = true;
        Cancel();
    }

    /// <summary>The nodes of one stage, in the order of units, each to be awaited in turn.</summary>
    public ImmutableArray<RunningNode> Follow(StageName stage) =>
        [.. _scheduler.NodesOf(stage).Select(state => new RunningNode(state.Node, state.Log, state.Completion))];

    /// <summary>
    /// Everything that has ended so far, in the plan's order. Beyond the first failed stage nothing counts as reached, unless the run keeps
    /// going: so it is the same for any number of jobs.
    /// </summary>
    public ImmutableArray<NodeResult> Results => _scheduler.Results;

    /// <summary>What the run's success stands on; null where it is none, or not a whole one. Asked when every task has ended.</summary>
    public RunPremises? Premises => _runner.PremisesOf(Results);

    public async ValueTask DisposeAsync()
    {
        await _scheduler.DisposeAsync();
        _cache?.Dispose();
        await _context.Resources.DisposeAsync();
        RunSummary.Of(this, _context, _request).Write(_context.Paths);
    }
}
