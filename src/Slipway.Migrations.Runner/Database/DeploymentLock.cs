using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Slipway.Migrations.Runner.Verbs;

namespace Slipway.Migrations.Runner.Database;

/// <summary>
/// One deployment at a time per database: a session-level advisory lock, held on a connection of its own and released by the server
/// when that connection ends, however the process ended.
/// </summary>
/// <remarks>
/// It is asked for again and again, never waited for inside the server: a session that waits in <c>pg_advisory_lock</c> holds a snapshot,
/// and <c>CREATE INDEX CONCURRENTLY</c> of the deployment that has the lock would wait for that snapshot. Each would wait for the other.
/// </remarks>
internal sealed class DeploymentLock : IAsyncDisposable
{
    // "slipway" in ASCII. Advisory locks are per database, so one number is enough.
    private const long Key = 0x736C6970776179;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(150);

    private readonly DbContext _context;

    private DeploymentLock(DbContext context) => _context = context;

    public static async Task<DeploymentLock> AcquireAsync(Run run, CancellationToken cancellation)
    {
        var held = new DeploymentLock(run.ContextFor(Unpooled(run.Connection)));
        try
        {
            await Session.ConnectAsync(held._context, cancellation);
            await held.AcquireAsync(run, Stopwatch.StartNew(), cancellation);
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    /// <summary>Gives the lock back before the connection is closed: a server ends a session some time after its client has gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await ReleaseAsync();
        await _context.DisposeAsync();
    }

    private async Task ReleaseAsync()
    {
        if (_context.Database.GetDbConnection().State != ConnectionState.Open) return;
        try
        {
            await _context.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock_all()");
        }
        catch (DbException)
        {
            // The connection broke; its end releases what it held.
            return;
        }
    }

    private async Task AcquireAsync(Run run, Stopwatch clock, CancellationToken cancellation)
    {
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

    private async Task<bool> TryAsync(CancellationToken cancellation) =>
        await _context.Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({Key}) AS \"Value\"").SingleAsync(cancellation);

    private static string Unpooled(string connection) =>
        new DbConnectionStringBuilder { ConnectionString = connection, ["Pooling"] = "false" }.ConnectionString;
}
