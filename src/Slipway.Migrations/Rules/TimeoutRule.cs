using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG140: a statement that holds others up, and may itself wait for ever while all others queue behind it.</summary>
internal sealed class TimeoutRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) =>
        from seen in circumstances.RunnerSetsTimeouts ? [] : record.Statements
        where !(seen.HasLockTimeout && seen.HasStatementTimeout)
        let table = seen.OwnLocks.Where(held => held.Value >= LockLevel.ShareUpdateExclusive && record.Existing.Contains(held.Key))
            .Select(held => seen.Before.Relations.GetValueOrDefault(held.Key)).FirstOrDefault(table => table is not null)
        where table is not null
        select circumstances.Found(
            record, seen, RuleIds.NoTimeout, Severity.Error, table, null,
            $"it locks {table.FullName} without {(seen.HasLockTimeout ? "a statement timeout" : seen.HasStatementTimeout ? "a lock timeout" : "a lock and a statement timeout")}: "
            + "behind a long reader it waits, and every other statement waits behind it",
            "SET lock_timeout = '5s' and statement_timeout before it, or run the migrations by a bundle, which sets both.");
}
