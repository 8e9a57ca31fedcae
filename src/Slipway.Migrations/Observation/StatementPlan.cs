using System.Collections.Immutable;
using Slipway.Migrations.Sources;

namespace Slipway.Migrations.Observation;

/// <summary>Which statements a migration sends, and which of them its runner puts into a transaction.</summary>
internal static class StatementPlan
{
    public static ImmutableArray<PlannedStatement> Of(MigrationSource source, IEnumerable<MigrationStep> steps)
    {
        var statements = ImmutableArray.CreateBuilder<PlannedStatement>();
        foreach (var command in steps.SelectMany(step => step.Commands))
        {
            foreach (var statement in SqlSplitter.Split(command.Sql))
                statements.Add(new(statements.Count + 1, statement.Text, command.Line == 0 ? 0 : command.Line + statement.Line - 1, !command.SuppressTransaction));
        }
        // A file is run as it is by whoever has only one statement, or opens a transaction itself.
        if (source == MigrationSource.SqlFolder && (statements.Count == 1 || statements.Any(statement => OpensTransaction(statement.Text))))
            return [.. statements.Select(statement => statement with { InTransaction = false })];
        return statements.ToImmutable();
    }

    private static bool OpensTransaction(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words is [var first, ..] && first.Equals("begin", StringComparison.OrdinalIgnoreCase)
            || words is [var start, var what, ..] && start.Equals("start", StringComparison.OrdinalIgnoreCase) && what.Equals("transaction", StringComparison.OrdinalIgnoreCase);
    }
}
