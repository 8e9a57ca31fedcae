using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.Tests;

/// <summary>
/// Tests against a real database. The tests find its administrator's connection string in <c>SLIPWAY_TEST_POSTGRES</c> and make a
/// database for each test class; one cluster serves the whole run.
/// </summary>
public sealed class IntegrationTestStage : UnitStage
{
    /// <summary>The variable that tests read.</summary>
    public const string ConnectionVariable = "SLIPWAY_TEST_POSTGRES";

    /// <summary>
    /// The variable of a database that is there already, as a connection string: tests that find it make none of their own. They use it as it is,
    /// neither migrate nor drop it, and are not alone in it. The stage <c>migrations</c> sets it, and then not <see cref="ConnectionVariable"/>.
    /// </summary>
    public const string GivenDatabaseVariable = "SLIPWAY_TEST_DATABASE";

    public override StageName Name => StageName.Integration;

    public override bool IsVerdictOnly(Unit unit) => true;

    public override ImmutableArray<Limit> LimitsOf(Unit unit) =>
        unit.Database is null ? [Limit.Binaries] : [Limit.Binaries, Limit.Postgres];

    public override string? SkipReason(Unit unit, Platform platform) => (HasTests(unit), MustHaveTests(unit)) switch
    {
        (true, _) or (_, true) => null,
        _ when unit.IntegrationTests.Reason is { } reason => $"it has none: {reason}",
        _ => "it owns no database and has no integration tests",
    };

    public override bool OutputsInPlace(StageContext context, StageResult recorded) => FlakyRetries.StillAllow(context, recorded);

    public override IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) => [];

    public override IEnumerable<Project> Links(Unit unit) => unit.ProjectsOf(ProjectRole.IntegrationTests);

    protected override async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        if (!HasTests(context.Unit))
        {
            return TestVerdict.None(context, context.Unit.IntegrationTests,
                $"add a test project such as {context.Unit.Root}/tests/{context.Unit.Name}.IntegrationTests, "
                + "or say in unit.yaml why there is none: tests: { integration: none, reason: … }");
        }
        var environment = context.Run.Environment.SetItem(GivenDatabaseVariable, null);
        if (context.Unit.Database is { Engine: "postgresql" })
        {
            var cluster = await SharedPostgres.GetAsync(context.Run, cancellationToken);
            environment = environment.SetItem(ConnectionVariable, cluster.AdminConnectionString);
        }
        return await DotNetTests.RunAsync(context, ProjectRole.IntegrationTests, environment, cancellationToken);
    }

    private static bool HasTests(Unit unit) => unit.ProjectsOf(ProjectRole.IntegrationTests).Any();

    private static bool MustHaveTests(Unit unit) => unit.Database is not null && unit.IntegrationTests.Required;
}
