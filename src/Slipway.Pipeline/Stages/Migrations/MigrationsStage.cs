using System.Collections.Immutable;
using Slipway.Migrations.Locks;
using Slipway.Migrations.Statistics;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages.DotNet;
using Slipway.Pipeline.Stages.Package;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>Whether a service's migrations may go out while old code runs: judged by running them on a real PostgreSQL, and by asking the last release.</summary>
public sealed class MigrationsStage : UnitStage
{
    public override StageName Name => StageName.Migrations;

    public override int Version => 2;

    public override bool IsVerdictOnly(Unit unit) => true;

    public override ImmutableArray<Limit> LimitsOf(Unit unit) => [Limit.Binaries, Limit.Postgres];

    public override string? SkipReason(Unit unit, Platform platform) => UnitMigrations.Has(unit) ? null
        : unit.Database is null ? "it owns no database"
        : $"it owns a database and has no migrations: neither a project such as {unit.Name}.Migrate nor a folder of SQL";

    public override IEnumerable<Project> Links(Unit unit) => [.. unit.ProjectsOf(ProjectRole.Migrator), .. TestParts.Of(unit)];

    // What was written may have been put aside since.
    public override bool OutputsInPlace(StageContext context, StageResult recorded) => !context.Run.WritesMigrationLock && LastRelease.StillStands(context, recorded);

    public override IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) => LastRelease.LooksAt(context);

    internal override string OptionsFor(Unit unit, RunContext run) => string.Join(' ', new[]
    {
        run.WritesMigrationLock ? "writes the lock" : "",
        run.InCi ? "in CI" : "",
        run.Live.Of(unit.Id) is { } live ? $"live: {string.Join(", ", live)}" : "",
        ForeignNames.Of(unit, run.Platform) is { IsEmpty: false } foreign ? $"foreign: {string.Join(", ", foreign.OrderBy(name => name.Key, StringComparer.Ordinal).Select(name => $"{name.Key} of {name.Value}"))}" : "",
    }.Where(part => part.Length > 0));

    internal override IEnumerable<Problem> Problems(Unit unit, RunContext run) =>
    [
        .. Wrong(() => MigrationLock.Read(run.Platform.Root, $"{unit.Root}/{MigrationLock.FileName}")),
        .. Wrong(() => TableStatistics.Read(run.Platform.Root, $"{unit.Root}/{TableStatistics.FileName}")),
        .. LiveReleases.Missing(unit.Id, run),
    ];

    private static IReadOnlyList<Problem> Wrong(Action reading)
    {
        try
        {
            reading();
            return [];
        }
        catch (BadInputException bad)
        {
            return bad.Problems;
        }
    }

    protected override async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        if (context.Unit.ProjectsOf(ProjectRole.Migrator).Any())
        {
            if (!DotNetOutput.IsCurrent(context)) return DotNetOutput.NotCompiled(context);
            if (DotNetOutput.Missing(context) is { } reason) return StageResult.Skipped(reason);
        }
        try
        {
            return await new MigrationsCheck(context).RunAsync(cancellationToken);
        }
        catch (KnownFailureException failure)
        {
            return Verdict.Of([.. failure.Problems.Select(problem => problem.ToFinding())], warningsFail: false);
        }
    }
}
