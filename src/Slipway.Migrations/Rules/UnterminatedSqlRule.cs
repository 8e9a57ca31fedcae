using Slipway.Migrations.Observation;
using Slipway.Migrations.Sources;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG121: SQL in a migration of EF Core that breaks the script which is made of it.</summary>
internal sealed class UnterminatedSqlRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) => Of(record.Migration);

    public static IEnumerable<MigrationFinding> Of(Migration migration) =>
        from step in migration.Up.Concat(migration.Down ?? [])
        where step.Operation == "SqlOperation"
        let sql = step.Properties.Text("Sql") ?? step.Properties.Text("sql") ?? string.Concat(step.Commands.Select(command => command.Sql))
        where SqlSplitter.Split(sql) is [.., { Terminated: false } last]
        select new MigrationFinding
        {
            Rule = RuleIds.UnterminatedSql,
            Severity = Severity.Error,
            Migration = migration.Id,
            Statement = sql,
            Message = "the SQL ends without a semicolon: the idempotent script of this migration is not valid (42601)",
            Mend = "End the SQL with a semicolon.",
            File = migration.File,
        };
}
