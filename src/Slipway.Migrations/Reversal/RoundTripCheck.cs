using System.Collections.Immutable;
using Slipway.Machine.Postgres;
using Slipway.Machine.Processes;
using Slipway.Migrations.Judging;
using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Reversal;

/// <summary>One check of all ways back: each migration that has one goes up, down and up again where it stands in its history.</summary>
internal sealed class RoundTripCheck(MigrationSet set, PostgresCluster cluster, string name, JudgeOptions options, IProcessRunner runner)
{
    private readonly List<MigrationFinding> _findings = [];
    private readonly Released _released = new(set, options);

    public async Task<ImmutableArray<MigrationFinding>> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var seeded in (bool[])[false, true])
        {
            var database = $"{name}_{(seeded ? "seeded" : "empty")}";
            var scratch = await cluster.CreateDatabaseAsync(database, null, cancellationToken).ConfigureAwait(false);
            try
            {
                await TravelAsync(scratch, seeded, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await cluster.DropDatabaseAsync(database, CancellationToken.None).ConfigureAwait(false);
            }
        }
        // What fails without rows fails with them, too.
        return [.. _findings.DistinctBy(finding => (finding.Rule, finding.Migration, finding.Object))];
    }

    private async Task TravelAsync(string scratch, bool seeded, CancellationToken cancellationToken)
    {
        await using var owner = await Owner.MakeAsync(scratch, cancellationToken).ConfigureAwait(false);
        await using var database = await owner.OpenAsync(cancellationToken).ConfigureAwait(false);
        // A session that no migration has set anything in.
        await using var seer = await owner.OpenAsync(cancellationToken).ConfigureAwait(false);
        foreach (var migration in set.Migrations)
        {
            if (seeded) await owner.SeeingAllAsync(seer, all => SeededRows.FillAsync(all, cancellationToken), cancellationToken).ConfigureAwait(false);
            var isPast = _released.Carries(migration) || migration is not { Reversible: true, Down: not null };
            if (!await (isPast ? TryAsync(database, migration, migration.Up, "up", cancellationToken) : ThereAndBackAsync(database, () => owner.SeeingAllAsync(seer, all => TableContents.OfAsync(all, cancellationToken), cancellationToken), scratch, migration, cancellationToken)).ConfigureAwait(false)) return;
        }
    }

    private async Task<bool> ThereAndBackAsync(Database database, Func<Task<ImmutableSortedDictionary<string, string>>> contents, string scratch, Migration migration, CancellationToken cancellationToken)
    {
        var before = await SchemaDump.OfAsync(scratch, runner, cancellationToken).ConfigureAwait(false);
        var held = await contents().ConfigureAwait(false);
        if (!await TryAsync(database, migration, migration.Up, "up", cancellationToken).ConfigureAwait(false)) return false;
        var there = await SchemaDump.OfAsync(scratch, runner, cancellationToken).ConfigureAwait(false);
        if (!await TryAsync(database, migration, migration.Down!.Value, "down", cancellationToken).ConfigureAwait(false)) return false;
        Compare(migration, before, await SchemaDump.OfAsync(scratch, runner, cancellationToken).ConfigureAwait(false), "its way back does not lead to the schema that it came from");
        Lost(migration, held, await contents().ConfigureAwait(false));
        if (!await TryAsync(database, migration, migration.Up, "up again", cancellationToken).ConfigureAwait(false)) return false;
        Compare(migration, there, await SchemaDump.OfAsync(scratch, runner, cancellationToken).ConfigureAwait(false), "up, down and up again does not lead to the same schema as up");
        return true;
    }

    private async Task<bool> TryAsync(Database database, Migration migration, ImmutableArray<MigrationStep> steps, string way, CancellationToken cancellationToken)
    {
        if (await PlainRun.OfAsync(database, set.Source, steps, cancellationToken).ConfigureAwait(false) is not var (refusal, statement)) return true;
        var where = statement is null ? "at its end" : $"statement {statement.Number}";
        Found(migration, RuleIds.RoundTripDiffers, Severity.Error, null, $"it fails on the way {way}, {where}: {refusal.MessageText} (SQLSTATE {refusal.SqlState})",
            "Mend the statement; the way back must work on rows that new code has written, too.");
        return false;
    }

    private void Compare(Migration migration, string expected, string actual, string what)
    {
        if (expected == actual) return;
        var (was, now) = (expected.Split('\n'), actual.Split('\n'));
        var difference = was.Except(now).Take(3).Select(line => $"- {line.Trim()}").Concat(now.Except(was).Take(3).Select(line => $"+ {line.Trim()}")).DefaultIfEmpty("only the order of lines differs");
        Found(migration, RuleIds.RoundTripDiffers, Severity.Error, null, $"{what}:\n  {string.Join("\n  ", difference)}",
            "Write Down so that it undoes exactly what Up does, or mark the migration as irreversible and say why.");
    }

    private void Lost(Migration migration, ImmutableSortedDictionary<string, string> before, ImmutableSortedDictionary<string, string> after)
    {
        foreach (var (column, _) in before.Where(held => after.TryGetValue(held.Key, out var now) && now != held.Value))
            Found(migration, RuleIds.WayBackLosesData, Severity.Warning, column, $"its way back brings {column} back without what it held",
                "Keep the values until the migration is no longer gone back from, or mark it as irreversible and say why.");
    }

    private void Found(Migration migration, string rule, Severity severity, string? subject, string message, string mend) => _findings.Add(new()
    {
        Rule = rule,
        Severity = severity,
        Migration = migration.Id,
        Object = subject,
        Message = message,
        Mend = mend,
        File = migration.File,
    });
}
