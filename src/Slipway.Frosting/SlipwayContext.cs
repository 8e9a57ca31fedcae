using System.Collections.Immutable;
using Cake.Core;
using Cake.Frosting;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Graph;
using Slipway.Frosting.Hosting;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Runs;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Frosting;

/// <summary>What a task of a Slipway host is given: Cake's context, the command line, and the platform.</summary>
public class SlipwayContext(ICakeContext context, HostSession session) : FrostingContext(context)
{
    public HostArguments CommandLine => session.Arguments;

    /// <summary>Every task of this host, as its attributes describe it.</summary>
    public TaskGraph Tasks => session.Graph;

    /// <summary>Every option that the command line may hold: Cake's, Slipway's, and those that tasks declare.</summary>
    public ImmutableArray<CommandOption> Options => new OptionCatalog(session.Graph).Options;

    /// <summary>Cancelled by Ctrl-C and SIGTERM. A task that starts a process or waits passes it on.</summary>
    public CancellationToken CancellationToken => session.CancellationToken;

    /// <summary>The folder that this run may write below: <c>artifacts/</c> of the host, or of the platform named with <c>--platform</c>.</summary>
    public string ArtifactsRoot => session.Paths.Root;

    internal ArtifactPaths Paths => session.Paths;

    internal string Evaluations => session.Evaluations;

    /// <summary>Absolute. To know it, nothing of the platform is read.</summary>
    internal string PlatformRoot => session.PlatformRoot.Value;

    /// <summary>The platform, read once.</summary>
    /// <exception cref="Model.Problems.BadInputException">Everything that is wrong with it.</exception>
    public Task<Platform> ReadPlatformAsync() => session.ReadPlatformAsync();

    /// <inheritdoc cref="HostSession.ListFilesAsync" />
    internal Task<PlatformFiles> ListFilesAsync() => session.ListFilesAsync();

    /// <summary>Whether the same repository would be read to the same again.</summary>
    internal Task<bool> IsCertainAsync() => session.IsCertainAsync();

    /// <summary>Lets the next call do without what reading the platform cost this one.</summary>
    internal void KeepEvaluations() => session.KeepEvaluations();

    /// <summary>What the default target would do on the chosen units, as a dry run makes it: nothing is run and nothing written.</summary>
    internal Task<(Plan Plan, RunContext Run)> ForecastAsync() => session.ForecastAsync();

    internal Task AwaitStageAsync(StageName stage) => session.AwaitStageAsync(stage);
}
