using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Stages.Tests;

/// <summary>Tests that need nothing but themselves. A unit without any fails, unless <c>unit.yaml</c> says why it has none.</summary>
public sealed class UnitTestStage : UnitStage
{
    public override StageName Name => StageName.Unit;

    public override bool IsVerdictOnly(Unit unit) => true;

    public override ImmutableArray<Limit> LimitsOf(Unit unit) => unit.Toolchain == Toolchain.DotNet ? [Limit.Binaries] : [];

    public override bool OutputsInPlace(StageContext context, StageResult recorded) => FlakyRetries.StillAllow(context, recorded);

    public override IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) => [];

    public override IEnumerable<Project> Links(Unit unit) => unit.ProjectsOf(ProjectRole.UnitTests);

    protected override Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken) => context.Unit.Toolchain switch
    {
        Toolchain.Node => NodeTests.RunAsync(context, cancellationToken),
        _ when !context.Unit.ProjectsOf(ProjectRole.UnitTests).Any() => Task.FromResult(TestVerdict.None(context, context.Unit.UnitTests,
            $"add a test project such as {context.Unit.Root}/tests/{context.Unit.Name}.Tests, "
            + "or say in unit.yaml why there is none: tests: { unit: none, reason: … }")),
        _ => DotNetTests.RunAsync(context, ProjectRole.UnitTests, context.Run.Environment, cancellationToken),
    };
}
