using System.Data;
using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
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
        var database = new Database(new(builder.ConnectionString), owner);
        try
        {
            await database.OpenAsync(cancellationToken).ConfigureAwait(false);
            return database;
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
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
        try
        {
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is NpgsqlException or NotSupportedException)
        {
            // Some statements end the session that they run in, and there is more to ask.
            if (_connection.State != ConnectionState.Open) await OpenAsync(cancellationToken).ConfigureAwait(false);
            if (failure is PostgresException) throw;
            throw Refusal(failure);
        }
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is NpgsqlException or SocketException or TimeoutException)
        {
            var server = new NpgsqlConnectionStringBuilder(_connection.ConnectionString);
            throw new BadInputException(
                new Problem
                {
                    Code = Codes.ScratchUnusable,
                    Message = $"The scratch database '{server.Database}' on {server.Host}:{server.Port} cannot be used: {failure.Message}",
                    Mend = "give one that is empty, reachable, and may be thrown away",
                },
                failure);
        }
    }

    // What the client says instead of the server.
    private static PostgresException Refusal(Exception failure) => failure switch
    {
        NotSupportedException => Refusal("COPY FROM STDIN and COPY TO STDOUT exchange rows with whoever runs the statement, and who runs migrations has none", PostgresErrorCodes.FeatureNotSupported),
        { InnerException: TimeoutException } => Refusal($"it was not done after {LongestStatement} s", PostgresErrorCodes.QueryCanceled),
        _ => Refusal($"the session has ended: {failure.Message}", PostgresErrorCodes.ConnectionFailure),
    };

    private static PostgresException Refusal(string message, string state) => new(message, "ERROR", "ERROR", state);

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
