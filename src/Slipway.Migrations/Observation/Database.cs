using System.Diagnostics.CodeAnalysis;
using Npgsql;
using Slipway.Migrations.Catalogs;
using Slipway.Model.Problems;

namespace Slipway.Migrations.Observation;

/// <summary>One session of a scratch database.</summary>
[SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "to run the statements of migrations is what a scratch database is for")]
internal sealed class Database : IAsyncDisposable
{
    private const int LongestStatement = 120;
    private readonly NpgsqlConnection _connection;
    private readonly Owner? _owner;
    private readonly List<PostgresNotice> _notices = [];

    private Database(NpgsqlConnection connection, Owner? owner)
    {
        (_connection, _owner) = (connection, owner);
        connection.Notice += (_, told) => _notices.Add(told.Notice);
    }

    public int ServerVersion => _connection.PostgreSqlVersion.Major;

    public int ProcessId => _connection.ProcessID;

    /// <summary>Opens a session; that of an owner may be raised where a statement of its own database asks for more.</summary>
    public static async Task<Database> OpenAsync(string connectionString, CancellationToken cancellationToken, Owner? owner = null)
    {
        // What a statement finds must not depend on what an earlier judge left in a session of the pool.
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, IncludeErrorDetail = true, CommandTimeout = LongestStatement, NoResetOnClose = true, MaxAutoPrepare = 0 };
        var connection = new NpgsqlConnection(builder.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return new(connection, owner);
        }
        catch (Exception failure) when (failure is NpgsqlException or System.Net.Sockets.SocketException or TimeoutException)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw new BadInputException(
                new Problem
                {
                    Code = Codes.ScratchUnusable,
                    Message = $"The scratch database '{builder.Database}' on {builder.Host}:{builder.Port} cannot be used: {failure.Message}",
                    Mend = "give one that is empty, reachable, and may be thrown away",
                },
                failure);
        }
    }

    /// <summary>What the server has said since the last call.</summary>
    public IReadOnlyList<PostgresNotice> TakeNotices()
    {
        PostgresNotice[] notices = [.. _notices];
        _notices.Clear();
        return notices;
    }

    public Task ExecuteAsync(string sql, CancellationToken cancellationToken) =>
        _owner is not null && Owner.MayBeRaised(sql) ? _owner.RaisedAsync(this, () => SendAsync(sql, cancellationToken), cancellationToken) : SendAsync(sql, cancellationToken);

    private async Task SendAsync(string sql, CancellationToken cancellationToken)
    {
        // A batch of one is sent as it is; a command's text would be searched for parameters and semicolons.
        await using var batch = new NpgsqlBatch(_connection);
        batch.BatchCommands.Add(new(sql));
        await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> TryExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            await ExecuteAsync(sql, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (PostgresException)
        {
            return false;
        }
    }

    public async Task<List<T>> QueryAsync<T>(string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) rows.Add(row(reader));
        return rows;
    }

    public async Task<NpgsqlDataReader> QueryAllAsync(IEnumerable<string> queries, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(_connection);
        foreach (var query in queries) batch.BatchCommands.Add(new(query));
        return await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task<Snapshot> SnapshotAsync(CancellationToken cancellationToken) => SnapshotReader.ReadAsync(this, cancellationToken);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
