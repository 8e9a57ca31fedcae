using Npgsql;
using Slipway.Migrations.Observation;

namespace Slipway.Migrations.Reversal;

/// <summary>Runs the statements of a migration in their transactions, and watches nothing.</summary>
internal static class PlainRun
{
    /// <returns>What PostgreSQL refused, and the statement that it refused it for, or null where that was the end of the transaction; null where all went well.</returns>
    public static async Task<(PostgresException Refusal, PlannedStatement? Statement)?> OfAsync(Database database, MigrationSource source, IEnumerable<MigrationStep> steps, CancellationToken cancellationToken)
    {
        var open = false;
        PlannedStatement? at = null;
        try
        {
            foreach (var statement in StatementPlan.Of(source, steps))
            {
                if (statement.InTransaction != open)
                {
                    at = null;
                    await database.ExecuteAsync(open ? "COMMIT" : "BEGIN", cancellationToken).ConfigureAwait(false);
                    open = !open;
                }
                at = statement;
                await database.ExecuteAsync(statement.Text, cancellationToken).ConfigureAwait(false);
            }
            at = null;
            if (open) await database.ExecuteAsync("COMMIT", cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (PostgresException refusal)
        {
            await database.TryExecuteAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
            return (refusal, at);
        }
    }
}
