using Npgsql;
using Slipway.Migrations.Catalogs;

namespace Slipway.Migrations.Observation;

/// <summary>
/// Runs a statement that no transaction can hold, so that its locks are gone when it is done. A second session holds every table first; the statement
/// has to wait for the first that it needs in a way that hinders others, and while it waits the server says which lock it wants.
/// </summary>
internal sealed class LoneStatement(Database database, Database holder)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(2);

    public async Task<(IReadOnlyDictionary<uint, LockLevel> Locks, PostgresException? Refusal)> RunAsync(string statement, Snapshot before, CancellationToken cancellationToken)
    {
        var locks = await HoldAndRunAsync(statement, before, cancellationToken).ConfigureAwait(false);
        // A session that waits for locks for a moment only has given up before we let go.
        if (locks is { Locks.Count: > 0, Refusal.SqlState: PostgresErrorCodes.LockNotAvailable })
            return (locks.Locks, await TryAsync(statement, cancellationToken).ConfigureAwait(false));
        return locks;
    }

    private async Task<(IReadOnlyDictionary<uint, LockLevel> Locks, PostgresException? Refusal)> HoldAndRunAsync(string statement, Snapshot before, CancellationToken cancellationToken)
    {
        var tables = before.Relations.Values.Where(relation => relation.Kind is 'r' or 'p').Select(relation => $"{Quoted(relation.Schema)}.{Quoted(relation.Name)}").ToArray();
        if (tables.Length == 0) return (new Dictionary<uint, LockLevel>(), await TryAsync(statement, cancellationToken).ConfigureAwait(false));
        await holder.ExecuteAsync("BEGIN", cancellationToken).ConfigureAwait(false);
        var released = false;
        try
        {
            await holder.ExecuteAsync($"LOCK TABLE {string.Join(", ", tables)} IN SHARE UPDATE EXCLUSIVE MODE", cancellationToken).ConfigureAwait(false);
            var running = TryAsync(statement, cancellationToken);
            var wanted = new Dictionary<uint, LockLevel>();
            while (!running.IsCompleted && wanted.Count == 0)
            {
                wanted = await WantedAsync(cancellationToken).ConfigureAwait(false);
                if (wanted.Count == 0) await Task.WhenAny(running, Task.Delay(_pause, cancellationToken)).ConfigureAwait(false);
            }
            await holder.ExecuteAsync("ROLLBACK", cancellationToken).ConfigureAwait(false);
            released = true;
            return (wanted, await running.ConfigureAwait(false));
        }
        finally
        {
            if (!released) await holder.TryExecuteAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<Dictionary<uint, LockLevel>> WantedAsync(CancellationToken cancellationToken)
    {
        var waits = await holder.QueryAsync(
            $"SELECT relation, mode FROM pg_catalog.pg_locks WHERE pid = {database.ProcessId} AND locktype = 'relation' AND NOT granted",
            row => KeyValuePair.Create(row.GetFieldValue<uint>(0), SessionState.LevelOf(row.GetString(1))), cancellationToken).ConfigureAwait(false);
        return waits.ToDictionary();
    }

    private async Task<PostgresException?> TryAsync(string statement, CancellationToken cancellationToken)
    {
        try
        {
            await database.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (PostgresException refusal)
        {
            return refusal;
        }
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
