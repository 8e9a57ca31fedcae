using System.Collections.Immutable;
using Slipway.Artifacts.Policies;
using Slipway.Artifacts.Registries;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Graph;
using Slipway.Frosting.Output;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages.Boundaries;
using Slipway.Pipeline.Stages.Migrations;
using Slipway.Pipeline.Stages.Restore;
using Slipway.Pipeline.Stages.Sign;
using Slipway.Pipeline.Toolchains;
using Slipway.Workspace.Fingerprints;
using Slipway.Workspace.Versions;

namespace Slipway.Frosting.Hosting;

/// <summary>Everything that a run needs to know before it begins. Made before Cake starts its first task; making it
/// writes nothing but lock files, which every fingerprint covers.</summary>
internal sealed class PreparedRun
{
    private readonly HostArguments _arguments;
    private readonly TaskGraph _graph;
    private readonly Tools _tools;

    private readonly UnitChoice _choice;

    private readonly Action<Problem> _say;

    private PreparedRun(HostSession session, RunContext context, UnitChoice choice, Tools tools)
    {
        _arguments = session.Arguments;
        _graph = session.Graph;
        Context = context;
        _choice = choice;
        _tools = tools;
        _say = session.Complain;
    }

    /// <summary>Who runs this: <c>ci</c> where the environment says so, else <c>local</c>.</summary>
    public static string Builder => Environment.GetEnvironmentVariable("CI") is "true" or "1" ? "ci" : "local";

    public RunContext Context { get; }

    /// <summary>What has to be said before anything runs.</summary>
    public IEnumerable<string> Notices =>
        [.. Context.Platform.Notices.Select(notice => notice.ToString()), .. _choice.Notice is { } notice ? [notice] : Array.Empty<string>()];

    public RunOptions Options
    {
        get
        {
            var options = new RunOptions
            {
                Cache = _arguments.Replay,
                Say = _say,
                Replay = _arguments.Replay && !_arguments.Exclusive,
                KeepGoing = _arguments.KeepGoing,
                Request = new() { Targets = _arguments.Targets, Units = _arguments.Units, Exclusive = _arguments.Exclusive },
            };
            return _arguments.Jobs is { } jobs ? options with { Jobs = jobs } : options;
        }
    }

    /// <exception cref="Model.Problems.BadInputException">Everything that is wrong with the platform.</exception>
    public static async Task<PreparedRun> MakeAsync(HostSession session, HostSettings settings)
    {
        var cancellation = session.CancellationToken;
        // Git looks at the files while the platform is read from them.
        var listing = session.ListFilesAsync();
        var reading = session.ReadPlatformAsync();
        await Task.WhenAll(reading, listing);
        var (platform, files) = (await reading, await listing);
        BuildablePath.Check(platform);
        var environment = await settings.Environment(cancellation);
        var processes = new ProcessRunner();
        var tools = Tools.ReadAsync(platform, processes, session.Paths, cancellation);
        var fingerprints = UnitFingerprints.Of(platform, files, environment);
        var context = new RunContext
        {
            Platform = platform,
            Invocation = Guid.NewGuid(),
            Paths = session.Paths,
            Processes = processes,
            Time = TimeProvider.System,
            Builder = Builder,
            Environment = environment,
            Revision = RevisionOf(files),
            Inputs = fingerprints,
            Versions = await UnitVersions.ReadAsync(platform, fingerprints, files, cancellation),
            VerificationKey = session.Arguments.Key,
            PullImage = ImagePull.FromRegistryAsync,
            Policies = PolicyFile.Find(platform.Root),
            Destination = session.Arguments.Environment,
            Summaries = session.Arguments.Vsa is { } folder ? Path.GetFullPath(folder) : null,
            Resources = new RunResources(),
            IsDry = !session.RunsStages,
            WritesBaseline = session.Arguments.WriteBaseline,
            WritesMigrationLock = session.Arguments.WriteMigrations,
            Live = LiveReleases.Read(session.Arguments.Live, platform),
        };
        if (await SettleLockFilesAsync(session, context))
        {
            files = await PlatformFiles.ReadAsync(platform.Root, cancellation);
            fingerprints = UnitFingerprints.Of(platform, files, environment);
            context = context with
            {
                Inputs = fingerprints,
                Versions = await UnitVersions.ReadAsync(platform, fingerprints, files, cancellation),
                Revision = RevisionOf(files),
            };
        }
        var choice = await UnitChoice.MakeAsync(session.Arguments, platform, context.Inputs, cancellation);
        if (choice.Within is not null) choice = choice.With(BrokenBoundaries.Of(context));
        // A key that cannot be read is found now, not when everything else is done.
        if (context.VerificationKey is not null) await SignStage.VerificationKeysAsync(context);
        return new PreparedRun(session, context, choice, await tools);
    }

    /// <exception cref="Model.Problems.BadInputException">A unit that was asked for does not exist.</exception>
    public Plan Plan(ImmutableArray<PlanStep> steps) =>
        Planner.Plan(Context.Platform, _arguments.Units, steps, Context.Inputs.Of, _tools.Of, Left(steps), _choice.Within, Context);

    // What an exclusive target would have needed.
    private ImmutableArray<PlanStep> Left(ImmutableArray<PlanStep> steps)
    {
        if (!_arguments.Exclusive) return [];
        var chosen = steps.Select(step => step.Name).ToHashSet();
        return [.. _graph.Steps(_graph.Order(_arguments.Targets, exclusive: false)).Where(step => !chosen.Contains(step.Name))];
    }

    private static Task<bool> SettleLockFilesAsync(HostSession session, RunContext context)
    {
        var arguments = session.Arguments;
        if (!session.Restores) return Task.FromResult(false);
        var order = new LockFileOrder { Units = arguments.Units, Anew = arguments.UpdateLocks, MayWrite = arguments.Mode is HostMode.Run };
        return LockFiles.SettleAsync(context, order, StagePrinter.Line, session.CancellationToken);
    }

    private static SourceRevision? RevisionOf(PlatformFiles files) => files.Commit is { } commit ? new(commit, files.IsDirty) : null;
}
