using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG111: a statement that the transaction around it does not allow, or that ends or opens one that is not its own.</summary>
internal sealed class TransactionRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) =>
        from seen in record.Statements
        let trouble = seen.TransactionTrouble ?? (Observer.EndedNothing(seen) ? "it ends a transaction, and none is open" : null)
        where trouble is not null
        select Circumstances.Found(
            record, seen, RuleIds.TransactionMismatch, Severity.Error, null, trouble,
            circumstances.Set.Source == MigrationSource.Bundle
                ? "Put the statement into a migration of its own, with suppressTransaction: true; leave BEGIN and COMMIT to the bundle."
                : "Put the statement into a file of its own, or begin the file with -- no-transaction; leave BEGIN and COMMIT to whoever runs it.");
}
