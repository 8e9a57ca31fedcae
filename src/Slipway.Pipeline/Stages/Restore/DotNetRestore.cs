using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Restore;

/// <summary><c>dotnet restore</c>, locked where git tracks a lock file.</summary>
internal static class DotNetRestore
{
    public static bool IsDone(StageContext context) =>
        context.Unit.Projects.All(project => File.Exists(context.Absolute($"{project.Folder}/obj/project.assets.json")));

    public static async Task<ImmutableArray<StageResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken)
    {
        var run = batch[0].Run;
        var build = await new DotNetCli(run).BuildAsync(
            "restore", "restore", batch.SelectMany(context => context.Unit.Projects),
            ["-p:NuGetAudit=false", "-p:TreatWarningsAsErrors=false"], batch[0].Log.Write, cancellationToken);
        return BuildSplit.ByUnit(batch, build, (_, findings) => Verdict.Of(findings, warningsFail: false));
    }
}
