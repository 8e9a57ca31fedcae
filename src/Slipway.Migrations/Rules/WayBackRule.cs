using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG130 and MIG131: whether there is a way back, and whether somebody has said why not.</summary>
internal sealed class WayBackRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) => Of(record.Migration, circumstances.Set.Source);

    public static IEnumerable<MigrationFinding> Of(Migration migration, MigrationSource source)
    {
        if (migration.IrreversibleReason is { } reason)
        {
            yield return reason.Trim().Length > 0
                ? Found(migration, RuleIds.Irreversible, Severity.Note, $"it is declared irreversible: {reason}", "Nothing, as long as the reason holds: a release with it is not rolled back below it.")
                : Found(migration, RuleIds.Irreversible, Severity.Error, "it is declared irreversible, and nobody says why",
                    source == MigrationSource.Bundle ? "Give the reason: [Irreversible(\"why\")]." : "Give the reason: -- irreversible: why");
        }
        else if (migration.DownThrows is { } thrown)
            yield return Found(migration, RuleIds.Irreversible, Severity.Error, $"its way back throws ({thrown}) without being declared irreversible", "Mark it with [Irreversible(\"why\")], or write the way back.");
        else if (migration.Up.Any(step => step.Commands.Length > 0) && (migration.Down is not { } down || down.All(step => step.Commands.All(command => string.IsNullOrWhiteSpace(command.Sql)))))
            yield return Found(migration, RuleIds.NoWayBack, Severity.Error, "it has no way back",
                source == MigrationSource.Bundle ? "Write Down, or mark the migration with [Irreversible(\"why\")]." : "Add the way back in a .down.sql file beside it, or say -- irreversible: why");
    }

    private static MigrationFinding Found(Migration migration, string rule, Severity severity, string message, string mend) => new()
    {
        Rule = rule,
        Severity = severity,
        Migration = migration.Id,
        Message = message,
        Mend = mend,
        File = migration.File,
    };
}
