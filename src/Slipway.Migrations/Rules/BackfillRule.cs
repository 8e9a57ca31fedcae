using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG142: a backfill that does more than to fill.</summary>
internal sealed class BackfillRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances)
    {
        if (record.Migration.Phase != MigrationPhase.Backfill || record.Start.HasSameSchemaAs(record.End)) yield break;
        var first = record.Statements.FirstOrDefault(seen => !seen.Before.HasSameSchemaAs(seen.After));
        yield return Circumstances.Found(
            record, first, RuleIds.BackfillChangesSchema, Severity.Error, null, "it is declared a backfill and changes the schema",
            "Move what changes the schema into a migration of its own, before the backfill: rows are then filled without holding a lock on the table.");
    }
}
