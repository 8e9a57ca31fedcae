using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Slipway.Migrations.Runner.Verbs;

namespace Slipway.Migrations.Runner.Database;

/// <summary>
/// PostgreSQL's: a session-level advisory lock, held on a connection of its own and released by the server
/// when that connection ends, however the process ended.
/// </summary>
/// <remarks>
/// It is asked for again and again, never waited for inside the server: a session that waits in <c>pg_advisory_lock</c> holds a snapshot,
/// and <c>CREATE INDEX CONCURRENTLY</c> of the deployment that has the lock would wait for that snapshot. Each would wait for the other.
/// </remarks>
internal sealed class AdvisoryLock : DeploymentLock
{
    // "slipway" in ASCII. Advisory locks are per database, so one number is enough.
    private const long Key = 0x736C6970776179;

    private readonly DbContext _context;

    private AdvisoryLock(DbContext context) => _context = context;

    public static async Task<DeploymentLock> AcquireAsync(Run run, CancellationToken cancellation)
    {
        var held = new AdvisoryLock(run.ContextFor(Unpooled(run.Connection)));
        try
        {
            await Session.ConnectAsync(held._context, cancellation);
            await held.WaitAsync(run, Place.Of(held._context), cancellation);
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    /// <summary>Gives the lock back before the connection is closed: a server ends a session some time after its client has gone.</summary>
    public override async ValueTask DisposeAsync()
    {
        await ReleaseAsync();
        await _context.DisposeAsync();
    }

    private async Task ReleaseAsync()
    {
        if (_context.Database.GetDbConnection().State != ConnectionState.Open) return;
        try
        {
            await _context.Database.AskAsync("SELECT pg_advisory_unlock_all()", CancellationToken.None);
        }
        catch (DbException)
        {
            // The connection broke; its end releases what it held.
            return;
        }
    }

    protected override async Task<bool> TryAsync(CancellationToken cancellation) =>
        await _context.Database.AskAsync("SELECT pg_try_advisory_lock(@key)", cancellation, ("key", Key)) is true;

    private static string Unpooled(string connection) =>
        new DbConnectionStringBuilder { ConnectionString = connection, ["Pooling"] = "false" }.ConnectionString;
}
