using Slipway.Migrations.Observation;

namespace Slipway.Migrations.Reversal;

/// <summary>Runs the statements of a migration in their transactions, and watches nothing.</summary>
internal static class PlainRun
{
    public static async Task OfAsync(Database database, MigrationSource source, IEnumerable<MigrationStep> steps, CancellationToken cancellationToken)
    {
        var open = false;
        try
        {
            foreach (var statement in StatementPlan.Of(source, steps))
            {
                if (statement.InTransaction != open)
                {
                    await database.ExecuteAsync(open ? "COMMIT" : "BEGIN", cancellationToken).ConfigureAwait(false);
                    open = !open;
                }
                await database.ExecuteAsync(statement.Text, cancellationToken).ConfigureAwait(false);
            }
            if (open) await database.ExecuteAsync("COMMIT", cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await database.TryExecuteAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }
}
