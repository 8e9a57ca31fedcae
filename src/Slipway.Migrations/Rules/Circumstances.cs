using Slipway.Migrations.Catalogs;
using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>What rules know beside the migration, and how they say what they found.</summary>
/// <param name="Set">All migrations of the service.</param>
/// <param name="Options">What the judge was told.</param>
/// <param name="Server">The oldest major version of PostgreSQL that the migration will meet.</param>
internal sealed record Circumstances(MigrationSet Set, JudgeOptions Options, int Server)
{
    /// <summary>Below this, holding up a table is a matter of moments.</summary>
    private const long FewRows = 10_000;

    public bool RunnerSetsTimeouts => Options.RunnerSetsTimeouts ?? Set.Source == MigrationSource.Bundle;

    /// <summary>A finding about a table, or a part of it, that was there before.</summary>
    public MigrationFinding Found(MigrationRecord record, Observed seen, string rule, Severity severity, Relation table, string? part, string message, string mend) => new()
    {
        Rule = rule,
        Severity = severity,
        Migration = record.Migration.Id,
        Statement = seen.Statement.Text,
        StatementNumber = seen.Statement.Number,
        Object = part is null ? table.FullName : $"{table.FullName}.{part}",
        Lock = seen.LockOn(table.Oid),
        Rewrite = seen.Rewrote(table.Oid),
        Rows = Options.Statistics.Of(table.FullName),
        Message = message,
        Mend = mend,
        File = record.Migration.File,
        Line = seen.Statement.Line == 0 ? null : seen.Statement.Line,
        Subject = new(table.Schema, table.Name, part),
    };

    /// <summary>A finding about a statement, or about the whole migration.</summary>
    public static MigrationFinding Found(MigrationRecord record, Observed? seen, string rule, Severity severity, string? subject, string message, string mend) => new()
    {
        Rule = rule,
        Severity = severity,
        Migration = record.Migration.Id,
        Statement = seen?.Statement.Text,
        StatementNumber = seen?.Statement.Number,
        Object = subject,
        Message = message,
        Mend = mend,
        File = record.Migration.File,
        Line = seen is null or { Statement.Line: 0 } ? null : seen.Statement.Line,
    };

    /// <summary>How bad it is to hold up a table: an error, unless it is known to be small.</summary>
    public Severity Holding(Relation table, Severity otherwise = Severity.Error) =>
        Options.Statistics.Of(table.FullName) is < FewRows ? Severity.Warning : otherwise;
}
