using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Slipway.Migrations.Runner.Verbs;

namespace Slipway.Migrations.Runner.Database;

/// <summary>One deployment at a time per database. Whoever holds the lock loses it with its process, however that ends.</summary>
internal abstract class DeploymentLock : IAsyncDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(150);

    public static Task<DeploymentLock> AcquireAsync(Run run, DbContext context, CancellationToken cancellation) =>
        context.Database.ProviderName == Session.Sqlite ? FileLock.AcquireAsync(run, context, cancellation) : AdvisoryLock.AcquireAsync(run, cancellation);

    public abstract ValueTask DisposeAsync();

    protected abstract Task<bool> TryAsync(CancellationToken cancellation);

    /// <param name="run">Says how long, and tells of it.</param>
    /// <param name="place">Of the database.</param>
    /// <param name="cancellation">Ends it.</param>
    protected async Task WaitAsync(Run run, string place, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var waited = false;
        while (!await TryAsync(cancellation))
        {
            if (clock.Elapsed >= run.Options.LockTimeout)
                throw new RunnerException(ExitCode.Locked, Codes.Held,
                    $"Another deployment has held {place} for {clock.Elapsed.TotalSeconds:0.#} s, longer than --lock-timeout allows. Nothing was changed.",
                    "Run it again when that one has ended, or let it wait longer: --lock-timeout SECONDS.");
            if (!waited)
                run.Journal.Say("waiting", "Another deployment is moving this database; waiting for it.");
            waited = true;
            await Task.Delay(_pause, cancellation);
        }
    }
}
