using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG122: half of a migration can stay when the other half fails.</summary>
internal sealed class MixedTransactionsRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) => Of(
        record.Migration, circumstances.Set.Source,
        record.Statements.Where(seen => seen.ChangedRows.Count > 0 || !seen.Before.HasSameSchemaAs(seen.After)).Select(seen => seen.Unit).Distinct().Count());

    public static IEnumerable<MigrationFinding> Of(Migration migration, MigrationSource source, int units)
    {
        var commands = migration.Up.SelectMany(step => step.Commands).ToArray();
        var outside = commands.Count(command => command.SuppressTransaction);
        if (outside == 0 || (source == MigrationSource.Bundle ? commands.Length : units) < 2) yield break;
        yield return new()
        {
            Rule = RuleIds.MixedTransactions,
            Severity = source == MigrationSource.Bundle ? Severity.Error : Severity.Warning,
            Migration = migration.Id,
            Message = "statements run outside of a transaction beside others: when a later one fails, the earlier ones stay, the history does not know, and the next run fails on what is already there",
            Mend = "Put each statement that needs no transaction into a migration of its own.",
            File = migration.File,
        };
    }
}
