using System.Collections.Immutable;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Graph;
using Slipway.Frosting.Output;
using Slipway.Machine.Files;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Pipeline.Cache;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Scheduling;
using Slipway.Workspace;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Frosting.Hosting;

/// <summary>One call of a host, from the command line to the exit code: what its tasks share.</summary>
public sealed class HostSession : IAsyncDisposable
{
    private readonly HostSettings _settings;
    private readonly TaskGraph _graph;
    // Never disposed: a signal may still arrive, and it must find something to cancel.
#pragma warning disable CA2213
    private readonly CancellationTokenSource _cancellation = new();
#pragma warning restore CA2213
    private readonly Lazy<Task<Platform>> _platform;
    private Task<PlatformFiles>? _listing;
    private Task<PreparedRun>? _prepared;
    private CheckoutLock? _checkout;
    private PipelineRun? _run;
    private Action? _keep;
    private bool _disposed;
    private volatile bool _doubts;
    private Func<CancellationToken, Task<bool>>? _certain;

    internal HostSession(HostSettings settings, TaskGraph graph, HostArguments arguments)
    {
        _settings = settings;
        _graph = graph;
        Arguments = arguments;
        KeptGoing = new KeptGoing(graph);
        PlatformRoot = new Lazy<string>(() => PlatformChoice.Root(settings, arguments));
        _platform = new(() => Task.Run(() => WorkspaceReader.ReadAsync(
            PlatformRoot.Value,
            new()
            {
                CacheFolder = Evaluations,
                Files = _listing,
                Keep = keep => _keep = keep,
                Certainty = certain => _certain = certain,
            },
            _cancellation.Token)));
    }

    public HostArguments Arguments { get; }

    internal TaskGraph Graph => _graph;

    public CancellationToken CancellationToken => _cancellation.Token;

    /// <summary>Whether packages are restored: only then do lock files matter.</summary>
    internal bool Restores => Steps.Any(step => step.Name == StageName.Restore);

    /// <summary>Whether stages will run, rather than be shown.</summary>
    internal bool RunsStages => Arguments.Mode == HostMode.Run && !Steps.IsEmpty;

    /// <summary>Where this run writes.</summary>
    public ArtifactPaths Paths => new(PlatformChoice.Artifacts(_settings, Arguments));

    /// <summary>
    /// Where evaluations are kept: in the user's cache, which outlives the outputs. In CI among the outputs: no key signs them, and a cache that
    /// runners share would hand those of a pull request to every other run.
    /// </summary>
    internal string Evaluations => PreparedRun.Builder == "ci" ? Paths.Evaluations : CachePaths.Read(Environment.GetEnvironmentVariable).Evaluations;

    internal Lazy<string> PlatformRoot { get; }

    internal StagePrinter Printer { get; } = new();

    /// <summary>The exception that ended the run, before Cake wraps it.</summary>
    internal Exception? Failure { get; set; }

    /// <summary>Whether that was before the first task.</summary>
    internal bool FailedToBegin { get; set; }

    /// <summary>The failures behind which the run went on.</summary>
    internal KeptGoing KeptGoing { get; }

    /// <summary>What every stage came to, as far as the run got.</summary>
    internal ImmutableArray<NodeResult> Results => _run?.Results ?? [];

    /// <summary>What the run says as a whole, beside what its stages say of each unit.</summary>
    internal ImmutableArray<string> Summary { get; private set; } = [];

    /// <summary>What the run's success stands on; null where it is none, or something went wrong behind the scenes.</summary>
    internal RunPremises? Premises => _doubts ? null : _run?.Premises;

    /// <summary>Whether the same repository would be read to the same again.</summary>
    internal Task<bool> IsCertainAsync() => _certain is { } certain ? certain(CancellationToken.None) : Task.FromResult(false);

    /// <summary>Which run it was, by the summary that it leaves; null where nothing was run.</summary>
    internal string? SummaryFile => _run is null ? null : Paths.RunSummary(_run.Invocation);

    /// <summary>Says a line of <see cref="Summary"/>.</summary>
    internal void Say(string text = "", string? style = null)
    {
        Summary = Summary.Add(text);
        Painter.Line(text, style);
    }

    /// <summary>Says what went wrong behind the scenes of a run that goes on. Several threads at once.</summary>
    internal void Complain(Problem problem)
    {
        _doubts = true;
        StagePrinter.Line(problem.ToString());
    }

    public Task<Platform> ReadPlatformAsync() => _platform.Value;

    /// <summary>Asks git for the platform's files as they are now. Where the platform has yet to be read, it is read with that answer.</summary>
    internal Task<PlatformFiles> ListFilesAsync() => _listing = Task.Run(() => PlatformFiles.ReadAsync(PlatformRoot.Value, CancellationToken));

    /// <summary>Takes the checkout and reads the platform, while Cake gets ready, when there will be a stage to run.</summary>
    /// <param name="look">What has to have been looked at before anything is read; null for nothing.</param>
    internal void Prepare(Task? look = null)
    {
        if (Arguments.UpdateLocks && !Restores) throw NothingToUpdate();
        if (Steps.IsEmpty) return;
        if (Arguments.Replay) Rehearsal.Begin();
        _prepared = Task.Run(async () =>
        {
            // The lock comes first: what was read before another run ended may no longer be true after it.
            _checkout = await CheckoutLock.TakeAsync(
                Path.Combine(Paths.Root, ".lock"), string.Join(' ', ["./build.sh", .. Arguments.ForCake]),
                Arguments.Wait ? StagePrinter.Line : null, TimeProvider.System, CancellationToken);
            WritableFolders.Require(Paths.Work, Paths.RunSummaries, Paths.AllRecords);
            if (look is not null) await look;
            return await PreparedRun.MakeAsync(this, _settings);
        });
    }

    /// <summary>Begins the work of every stage among these tasks. Called once, when Cake knows what it will run and in which order.</summary>
    internal async Task BeginAsync(IEnumerable<string> order)
    {
        if (_prepared is null) return;
        var tasks = order.Select(_graph.Find).OfType<TaskNode>();
        var prepared = await _prepared;
        foreach (var notice in prepared.Notices) Say(notice, "yellow");
        var plan = prepared.Plan(_graph.Steps(Arguments.Exclusive ? tasks.Where(IsTarget) : tasks));
        KeepEvaluations();
        _run = new PipelineRun(plan, prepared.Context, prepared.Options);
        if (_cancellation.IsCancellationRequested) _run.Cancel();
        else _run.Start();
    }

    /// <summary>Lets the next call do without what reading the platform cost this one.</summary>
    internal void KeepEvaluations()
    {
        // Only a run may write.
        if (Arguments.Mode == HostMode.Run) _keep?.Invoke();
    }

    /// <summary>The plan of every stage, for who only wants to look at it.</summary>
    internal async Task<(Plan Plan, RunContext Run)> ForecastAsync()
    {
        var prepared = await PreparedRun.MakeAsync(this, _settings);
        return (prepared.Plan(_graph.Steps(_graph.Order(["Default"], exclusive: false))), prepared.Context);
    }

    internal async Task AwaitStageAsync(StageName stage)
    {
        var results = await Printer.FollowAsync(_run!.Follow(stage));
        if (CancellationToken.IsCancellationRequested) throw new OperationCanceledException("The run was stopped.", CancellationToken);
        StageFailure.ThrowFor(stage, results);
    }

    /// <summary>A task has ended; stages that waited for it, because it is not a stage, may start.</summary>
    internal void Ended(string task)
    {
        if (_graph.Find(task) is { Stage: null } node) _run?.Open(node.Name);
    }

    internal void Interrupt()
    {
        _cancellation.Cancel();
        _run?.Interrupt();
    }

    internal void Cancel()
    {
        _cancellation.Cancel();
        _run?.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true)) return;
        if (_prepared is not null)
        {
            // Why it could not be made has been reported where it was waited for.
            await _prepared.ContinueWith(_ => { }, TaskScheduler.Default);
        }
        if (_run is not null)
        {
            _run.Broken = Failure is not null;
            await _run.DisposeAsync();
        }
        // What never began, because its input was bad or somebody stopped it, leaves nothing behind.
        if (_run is null) _checkout?.Withdraw();
        else _checkout?.Dispose();
    }

    private ImmutableArray<PlanStep> Steps => _graph.Steps(_graph.Order(Arguments.Targets, Arguments.Exclusive));

    private BadInputException NothingToUpdate() => new(new Problem
    {
        Code = Codes.BadOptionValue,
        Message = $"--update-locks has nothing to do: {string.Join(", ", Arguments.Targets)} restores no packages.",
        Mend = "./build.sh --target=Restore --update-locks writes the lock files anew",
    });

    private bool IsTarget(TaskNode task) => Arguments.Targets.Contains(task.Name, StringComparer.OrdinalIgnoreCase);
}
