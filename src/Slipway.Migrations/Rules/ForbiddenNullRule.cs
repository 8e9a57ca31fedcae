using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG107: NOT NULL on a column that was there, unless a validated check has already kept nulls out.</summary>
internal sealed class ForbiddenNullRule : IRule
{
    private const int KnowsChecksSince = 12;

    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) =>
        from kept in record.KeptColumns()
        where !kept.Old.NotNull && kept.New.NotNull && !IsOwn(record, kept.Table.Oid, kept.Old.Number)
        where circumstances.Server < KnowsChecksSince || !kept.Seen.KnewNotNull(kept.Table, kept.Old)
        select circumstances.Found(
            record, kept.Seen, RuleIds.NullForbidden, Severity.Error, kept.Table, kept.Old.Name,
            $"{kept.Table.FullName}.{kept.Old.Name} must not be null any more: PostgreSQL reads the whole table while nobody can use it, "
            + "fails on the first null, and code that writes nulls fails from then on (23502)",
            circumstances.Server < KnowsChecksSince
                ? "PostgreSQL before 12 cannot do it without reading the table: keep a CHECK (… IS NOT NULL) that was added NOT VALID and validated."
                : "Fill the nulls in a backfill; ADD CONSTRAINT … CHECK (… IS NOT NULL) NOT VALID; VALIDATE it in a migration of its own; then SET NOT NULL, which believes the check.");

    // Added a statement ago, and so of no concern to old code but by MIG109; only a column that is filled by then can be meant.
    private static bool IsOwn(MigrationRecord record, uint table, short number) => !record.Had(table, number) && record.Statements.FirstOrDefault(seen => seen.After.Column(table, number) is not null) is { } added && added.After.Column(table, number)!.NotNull;
}
