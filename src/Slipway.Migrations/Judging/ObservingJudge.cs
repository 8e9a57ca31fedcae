using System.Collections.Immutable;
using Slipway.Migrations.Observation;
using Slipway.Migrations.Rules;
using Slipway.Migrations.Staging;
using Slipway.Model.Problems;

namespace Slipway.Migrations.Judging;

/// <summary>Runs migrations on a scratch database and judges what they did.</summary>
internal sealed class ObservingJudge(MigrationSet set, JudgeOptions options)
{
    private const string Provider = "Npgsql.EntityFrameworkCore.PostgreSQL";

    public async Task<Judgement> JudgeAsync(string scratch, CancellationToken cancellationToken)
    {
        if (set.Provider is { } other && other != Provider) throw new BadInputException(new Problem
        {
            Code = Codes.OtherDatabase,
            Message = $"The migrations of {set.Context} are written for {other}, and only those for PostgreSQL can be watched while they run.",
            Mend = "judge them by their operations alone, which needs no database, and say so where the result is shown",
        });
        await using var owner = await Owner.MakeAsync(scratch, cancellationToken).ConfigureAwait(false);
        await using var database = await owner.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var holder = await Database.OpenAsync(scratch, cancellationToken).ConfigureAwait(false);
        var observer = new Observer(database, new(database, holder));
        var stage = new StageSet(database, options.StageMissing ?? set.Source == MigrationSource.SqlFolder, options.ForeignNames);
        var circumstances = new Circumstances(set, options, options.OldestServer ?? database.ServerVersion);
        var findings = ImmutableArray.CreateBuilder<MigrationFinding>();
        var effects = ImmutableArray.CreateBuilder<StatementEffect>();
        findings.AddRange(SetJudge.Of(set, options));
        var released = new Released(set, options);
        var inhabited = new Inhabited();
        inhabited.AddAll(await database.SnapshotAsync(cancellationToken).ConfigureAwait(false));
        var isWhole = true;
        foreach (var migration in set.Migrations)
        {
            await SessionSetting.ApplyAsync(database, cancellationToken).ConfigureAwait(false);
            var record = await new MigrationRun(observer, stage, inhabited, set.Source, migration).RunAsync(migration.Up, cancellationToken).ConfigureAwait(false);
            effects.AddRange(Effects.Of(record));
            if (!released.Carries(migration) || !record.Completed)
                findings.AddRange(RuleBook.Rules.SelectMany(rule => rule.Check(record, circumstances)).Select(finding => PhaseGate.Pass(finding, migration, options)));
            isWhole = record.Completed;
            if (!isWhole) break;
            // What only migrations make that no release carries is nowhere yet.
            if (!released.IsKnown || released.Carries(migration)) inhabited.AddAll(record.End);
        }
        return new(findings.ToImmutable(), effects.ToImmutable(), stage.Made.ToImmutable()) { IsWhole = isWhole };
    }
}
