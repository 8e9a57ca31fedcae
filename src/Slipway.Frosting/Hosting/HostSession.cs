using System.Collections.Immutable;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Graph;
using Slipway.Frosting.Output;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Scheduling;
using Slipway.Workspace;

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
    private Task<PipelineRun>? _run;

    internal HostSession(HostSettings settings, TaskGraph graph, HostArguments arguments)
    {
        _settings = settings;
        _graph = graph;
        Arguments = arguments;
        PlatformRoot = new Lazy<string>(() => PlatformChoice.Root(settings, arguments));
        _platform = new(() => Task.Run(() => WorkspaceReader.ReadAsync(PlatformRoot.Value, new WorkspaceOptions { CacheFolder = Path.Combine(Paths.Work, "evaluations") }, _cancellation.Token)));
    }

    public HostArguments Arguments { get; }

    public CancellationToken CancellationToken => _cancellation.Token;

    /// <summary>Where this run writes.</summary>
    public ArtifactPaths Paths => new(PlatformChoice.Artifacts(_settings, Arguments));

    internal Lazy<string> PlatformRoot { get; }

    internal StagePrinter Printer { get; } = new();

    /// <summary>The first exception that a task ended with, before Cake wraps it.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>What every stage came to, as far as the run got.</summary>
    internal ImmutableArray<NodeResult> Results =>
        _run is { IsCompletedSuccessfully: true } ? _run.Result.Results : [];

    public Task<Platform> ReadPlatformAsync() => _platform.Value;

    /// <summary>Begins the work of every stage among these tasks. Called once, when Cake knows what it will run and in which order.</summary>
    internal void Begin(IEnumerable<string> order)
    {
        var tasks = order.Select(_graph.Find).OfType<TaskNode>().ToArray();
        var steps = _graph.Steps(Arguments.Exclusive ? tasks.Where(IsTarget) : tasks);
        if (steps.IsEmpty) return;
        _run = Task.Run(() => RunFactory.StartAsync(this, _settings, steps));
    }

    internal async Task AwaitStageAsync(StageName stage)
    {
        var run = await _run!;
        var results = await Printer.FollowAsync(run.Follow(stage), CancellationToken);
        if (results.FirstOrDefault(result => result.Exception is BadInputException)?.Exception is { } bad) throw bad;
        if (results.FirstOrDefault(result => result.Failed && result.Exception is not null and not SlipwayException)?.Exception is { } bug)
            throw new InvalidOperationException($"The stage {stage} broke: {bug.Message}", bug);
        var failed = results.Where(result => result.Failed).Select(result => result.Node.Unit.ToString()).ToArray();
        if (failed.Length > 0) throw StageFailure.Of(stage, failed);
        CancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>A task has ended; stages that waited for it, because it is not a stage, may start.</summary>
    internal async Task EndedAsync(string task)
    {
        if (_run is null || _graph.Find(task) is not { Stage: null } node) return;
        (await _run).Open(node.Name);
    }

    internal void Fail(Exception exception) => Failure ??= exception;

    internal void Cancel()
    {
        if (!_cancellation.IsCancellationRequested) _cancellation.Cancel();
        if (_run is { IsCompletedSuccessfully: true }) _run.Result.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        if (_run is not null)
        {
            // A run that could not be made has already been reported by the task that waited for it.
            await _run.ContinueWith(_ => { }, TaskScheduler.Default);
            if (_run.IsCompletedSuccessfully) await (await _run).DisposeAsync();
        }
    }

    private bool IsTarget(TaskNode task) => Arguments.Targets.Contains(task.Name, StringComparer.OrdinalIgnoreCase);
}
