using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Slipway.Migrations.Runner.Verbs;

namespace Slipway.Migrations.Runner.Database;

/// <summary>Moves the database, and tries again what may go well the next time: a lock that was not free, a deadlock, a serialization failure.</summary>
/// <remarks>
/// A migration with a statement outside its transaction is never tried again: what it did before it failed is still there, and it would meet it.
/// </remarks>
internal sealed class Mover(Run run, DbContext context, Position position)
{
    private static readonly string[] _passing = ["55P03", "40P01", "40001"];

    public async Task MoveAsync(string? target, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ServiceMark.ClaimAsync(run, context, cancellation);
                await context.GetService<IMigrator>().MigrateAsync(target, cancellation);
                return;
            }
            catch (Exception failure) when (MayPass(failure, attempt))
            {
                var pause = TimeSpan.FromMilliseconds(250 << attempt);
                run.Journal.Say("retrying",
                    $"{Failure.Find(failure)!.SqlState} in {position.Migration}; attempt {attempt + 1} of {run.Options.Retries + 1} in {pause.TotalSeconds:0.0} s.");
                await Task.Delay(pause, cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                throw new MigrationFailedException(failure)
                {
                    Migration = position.Migration,
                    Statement = position.Statement,
                    RolledBack = IsAtomic(),
                };
            }
        }
    }

    private bool MayPass(Exception failure, int attempt) =>
        attempt <= run.Options.Retries && Failure.Find(failure) is DbException { SqlState: { } state } && _passing.Contains(state) && IsAtomic();

    private bool IsAtomic() => position.Migration is not { } id || MigrationStatements.Of(context, id, position.Reverting).All(command => !command.TransactionSuppressed);
}
