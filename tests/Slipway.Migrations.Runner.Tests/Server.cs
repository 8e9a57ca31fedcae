using Npgsql;
using Slipway.Machine.Postgres;
using Slipway.Migrations.Runner.Tests;

[assembly: AssemblyFixture(typeof(Server))]

namespace Slipway.Migrations.Runner.Tests;

/// <summary>One real PostgreSQL for all tests, one database for each.</summary>
public sealed class Server : IAsyncLifetime
{
    private PostgresCluster? _cluster;
    private int _count;

    public async ValueTask InitializeAsync()
    {
        var provider = await PostgresProvider.FindAsync(Path.Join(Path.GetTempPath(), "slipway-tools"));
        _cluster = await provider.StartAsync();
    }

    public ValueTask DisposeAsync() => _cluster?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <returns>The connection string of a new, empty database.</returns>
    public Task<string> DatabaseAsync() => _cluster!.CreateDatabaseAsync($"runner_{Interlocked.Increment(ref _count)}");

    /// <returns>The connection string of a database that does not exist.</returns>
    public string Missing() => _cluster!.ConnectionStringOf("missing");

    public static async Task ExecuteAsync(string connection, string sql)
    {
        await using var open = await OpenAsync(connection);
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <returns>The first column of a query's rows.</returns>
    public static async Task<IReadOnlyList<string>> ReadAsync(string connection, string sql)
    {
        await using var open = await OpenAsync(connection);
        await using var command = new NpgsqlCommand(sql, open);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(reader.GetString(0));
        return rows;
    }

    public static Task<IReadOnlyList<string>> TablesAsync(string connection) =>
        ReadAsync(connection, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_\\_EF%' ORDER BY 1");

    public static async Task<NpgsqlConnection> OpenAsync(string connection)
    {
        var open = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        await open.OpenAsync(TestContext.Current.CancellationToken);
        return open;
    }
}
