using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Pipeline.Stages.Restore;

/// <summary>Fetches the packages that units ask for: NuGet's for all .NET units at once, npm's once for each lock file.</summary>
public sealed class RestoreStage : Stage
{
    public override StageName Name => StageName.Restore;

    public override InputScope Reads => InputScope.Resolution;

    public override ImmutableArray<Limit> LimitsOf(Unit unit) => [Limit.MSBuild];

    public override string BatchKey(Unit unit) => unit.Toolchain.ToString();

    public override bool OutputsInPlace(StageContext context, StageResult recorded) => context.Unit.Toolchain switch
    {
        Toolchain.DotNet => DotNetRestore.IsDone(context),
        _ => NodeRestore.IsDone(context),
    };

    public override IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) => context.Unit.Toolchain switch
    {
        Toolchain.DotNet => DotNetRestore.LooksAt(context),
        _ => NodeRestore.LooksAt(context),
    };

    public override IEnumerable<Project> Links(Unit unit) => [];

    public override Task<ImmutableArray<StageResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken) =>
        batch[0].Unit.Toolchain switch
        {
            Toolchain.DotNet => DotNetRestore.RunAsync(batch, cancellationToken),
            _ => NodeRestore.RunAsync(batch, cancellationToken),
        };
}
