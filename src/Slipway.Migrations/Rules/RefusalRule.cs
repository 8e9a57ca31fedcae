using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG100: a statement that PostgreSQL refuses, so that nobody knows what it would do. What it keeps from the database's owner is MIG113's.</summary>
internal sealed class RefusalRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) =>
        from seen in record.Statements
        where seen.Refusal is not null && seen.Beyond is null
        select Circumstances.Found(
            record, seen, RuleIds.Refused, Severity.Error, null,
            $"PostgreSQL refuses it: {seen.Refusal!.MessageText} (SQLSTATE {seen.Refusal.SqlState}); nothing behind it could be judged",
            "Mend the statement, or the migration before it that should have made what it needs.");
}
