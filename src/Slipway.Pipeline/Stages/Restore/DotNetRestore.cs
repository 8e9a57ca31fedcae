using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Restore;

/// <summary><c>dotnet restore</c>, held to the lock files where every project keeps one.</summary>
internal static class DotNetRestore
{
    /// <summary>How a lock file that is out of date is mended.</summary>
    public const string WriteAnew = "./build.sh --target=Restore --update-locks writes the lock file anew; commit it";

    // A lock file that does not match what its project asks for.
    private const string DoesNotMatch = "NU1004";

    /// <summary>A restore fetches; the stage security judges what was fetched.</summary>
    public static ImmutableArray<string> Quiet { get; } = ["-p:NuGetAudit=false", "-p:TreatWarningsAsErrors=false"];

    /// <summary>What every build after it reads.</summary>
    public static IEnumerable<string> Answers(StageContext context) =>
        context.Unit.DotNetProjects.Select(project => context.Absolute($"{project.Folder}/obj/project.assets.json"));

    public static async Task<ImmutableArray<StageResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken)
    {
        var run = batch[0].Run;
        var projects = batch.SelectMany(context => context.Unit.DotNetProjects).ToImmutableArray();
        var locked = NuGetLockFiles.Lie(run, projects) ? ["-p:RestoreLockedMode=true"] : ImmutableArray<string>.Empty;
        var build = await new DotNetCli(run).RestoreAsync(
            "restore", projects, [.. Quiet, .. locked], batch[0].Log.Write, cancellationToken);
        return BuildSplit.ByUnit(batch, build, (_, findings) => Verdict.Of([.. findings.Select(Mended)], warningsFail: false));
    }

    private static Finding Mended(Finding finding) => finding.Id == DoesNotMatch ? finding with { Mend = WriteAnew } : finding;
}
