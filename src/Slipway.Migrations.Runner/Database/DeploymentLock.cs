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

    protected async Task WaitAsync(Run run, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var waited = false;
        while (!await TryAsync(cancellation))
        {
            if (clock.Elapsed >= run.Options.LockTimeout)
                throw new RunnerException(ExitCode.Locked,
                    $"Another deployment has held this database for {clock.Elapsed.TotalSeconds:0} s, longer than --lock-timeout allows.");
            if (!waited)
                run.Journal.Say("waiting", "Another deployment is moving this database; waiting for it.");
            waited = true;
            await Task.Delay(_pause, cancellation);
        }
    }
}
