using System.Collections.Immutable;
using Slipway.Frosting.Output;
using Slipway.Machine.Files;
using Slipway.Machine.Git;
using Slipway.Machine.Processes;
using Slipway.Model;
using Slipway.Model.Platforms;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Runs;
using Slipway.Workspace.Fingerprints;
using Slipway.Workspace.Versions;

namespace Slipway.Frosting.Hosting;

/// <summary>Describes, then acts: reads the platform, makes the plan, takes the checkout's lock, and starts the scheduler.</summary>
internal static class RunFactory
{
    public static async Task<PipelineRun> StartAsync(HostSession session, HostSettings settings, ImmutableArray<PlanStep> steps)
    {
        var (plan, context) = await DescribeAsync(session, settings, steps);
        var arguments = session.Arguments;
        var held = await CheckoutLock.TakeAsync(
            Path.Combine(session.Paths.Root, ".lock"), "./build.sh " + string.Join(' ', arguments.ForCake),
            arguments.Wait ? StagePrinter.Line : null, TimeProvider.System, session.CancellationToken);
        await context.Resources.GetAsync("checkout", () => Task.FromResult(held));
        var options = new RunOptions { Replay = arguments.Replay && !arguments.Exclusive };
        var run = new PipelineRun(plan, context, arguments.Jobs is { } jobs ? options with { Jobs = jobs } : options);
        run.Start();
        return run;
    }

    /// <summary>The plan and what is true of the run. Writes nothing.</summary>
    public static async Task<(Plan Plan, RunContext Context)> DescribeAsync(HostSession session, HostSettings settings, ImmutableArray<PlanStep> steps)
    {
        var cancellation = session.CancellationToken;
        var platform = await session.ReadPlatformAsync();
        var environment = await settings.Environment(cancellation);
        var processes = new ProcessRunner();
        var repository = await GitRepository.FindAsync(platform.Root, processes, cancellation);
        var fingerprints = await UnitFingerprints.ReadAsync(platform, cancellation);
        var plan = Planner.Plan(platform, session.Arguments.Units, steps, fingerprints.Of, Toolchain(platform, environment));
        var context = new RunContext
        {
            Platform = platform,
            Invocation = Guid.NewGuid(),
            Paths = session.Paths,
            Processes = processes,
            Time = TimeProvider.System,
            Builder = Environment.GetEnvironmentVariable("CI") is "true" or "1" ? "ci" : "local",
            Environment = environment,
            Revision = await RevisionAsync(repository, cancellation),
            Inputs = fingerprints,
            Versions = await UnitVersions.ReadAsync(platform, fingerprints, cancellation),
            VerificationKey = session.Arguments.Key,
            Resources = new RunResources(),
        };
        return (plan, context);
    }

    private static async Task<SourceRevision?> RevisionAsync(GitRepository? repository, CancellationToken cancellation) =>
        repository is not null && await repository.HeadCommitAsync(cancellation) is { } commit
            ? new SourceRevision(commit, await repository.IsDirtyAsync(cancellation))
            : null;

    // What builds is an input too: this very host, the SDK, and the variables that the host hands down.
    private static Digest Toolchain(Platform platform, ImmutableDictionary<string, string?> environment)
    {
        var lines = environment.OrderBy(variable => variable.Key, StringComparer.Ordinal)
            .Where(variable => !Path.IsPathRooted(variable.Value))
            .Select(variable => $"{variable.Key}={variable.Value}")
            .Prepend(platform.Settings.Configuration)
            .Prepend(Environment.Version.ToString())
            .Prepend(typeof(PipelineRun).Module.ModuleVersionId.ToString());
        return Digest.Of(string.Join('\n', lines));
    }
}
