using Npgsql;
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
            Mend(seen.Refusal));

    private static string Mend(PostgresException refusal) => refusal switch
    {
        { SqlState: PostgresErrorCodes.FeatureNotSupported, MessageText: var said } when said.StartsWith("COPY FROM STDIN", StringComparison.Ordinal) =>
            "Write rows as INSERT (pg_dump --inserts does), or load them from outside of migrations.",
        { MessageText: var said } when said.StartsWith("role \"", StringComparison.Ordinal) && said.EndsWith("does not exist", StringComparison.Ordinal) =>
            "Grant to a role only where the server has it: IF EXISTS (SELECT FROM pg_roles WHERE rolname = '…') in a DO block; or leave it to whoever makes the role. No migration makes one.",
        _ => "Mend the statement, or the migration before it that should have made what it needs.",
    };
}
