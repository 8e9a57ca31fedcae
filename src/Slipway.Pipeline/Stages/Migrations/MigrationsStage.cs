using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>Whether a service's migrations may go out while old code runs: judged by running them on a real PostgreSQL, and by asking the last release.</summary>
public sealed class MigrationsStage : UnitStage
{
    public override StageName Name => StageName.Migrations;

    public override bool IsVerdictOnly(Unit unit) => true;

    public override ImmutableArray<Limit> LimitsOf(Unit unit) => [Limit.Binaries, Limit.Postgres];

    public override string? SkipReason(Unit unit, Platform platform) => UnitMigrations.Has(unit) ? null
        : unit.Database is null ? "it owns no database"
        : $"it owns a database and has no migrations: neither a project such as {unit.Name}.Migrate nor a folder of SQL";

    public override IEnumerable<Project> Links(Unit unit) => unit.ProjectsOf(ProjectRole.Migrator);

    // What was written may have been put aside since.
    public override bool OutputsInPlace(StageContext context, StageResult recorded) => !context.Run.WritesMigrationLock && LastRelease.StillStands(context, recorded);

    public override IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) => [LastRelease.StoreOf(context)];

    internal override string OptionsFor(Unit unit, RunContext run) => string.Join(' ', new[]
    {
        run.WritesMigrationLock ? "writes the lock" : "",
        run.InCi ? "in CI" : "",
        run.Live.Of(unit.Id) is { } live ? $"live: {string.Join(", ", live)}" : "",
        Foreign(unit, run.Platform) is { IsEmpty: false } foreign ? $"foreign: {string.Join(", ", foreign.Keys.Order(StringComparer.Ordinal))}" : "",
    }.Where(part => part.Length > 0));

    protected override async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        if (context.Unit.ProjectsOf(ProjectRole.Migrator).Any())
        {
            if (!DotNetOutput.IsCurrent(context)) return DotNetOutput.NotCompiled(context);
            if (DotNetOutput.Missing(context) is { } reason) return StageResult.Skipped(reason);
        }
        try
        {
            return await new MigrationsCheck(context, Foreign(context.Unit, context.Run.Platform)).RunAsync(cancellationToken);
        }
        catch (KnownFailureException failure)
        {
            return Verdict.Of([.. failure.Problems.Select(problem => problem.ToFinding())], warningsFail: false);
        }
    }

    // Nobody's database has the name of another's: the platform's reader sees to that.
    private static ImmutableDictionary<string, string> Foreign(Unit unit, Platform platform) => platform.Units
        .Where(other => other.Id != unit.Id && other.Database is not null)
        .ToImmutableDictionary(other => other.Database!.Name, other => other.Id.ToString(), StringComparer.Ordinal);
}
