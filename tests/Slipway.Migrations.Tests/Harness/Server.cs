using Npgsql;
using Slipway.Machine.Postgres;
using Slipway.Migrations.Tests.Harness;

[assembly: AssemblyFixture(typeof(Server))]

namespace Slipway.Migrations.Tests.Harness;

/// <summary>One real PostgreSQL for all tests, one database for each.</summary>
public sealed class Server : IAsyncLifetime
{
    private static int _count;
    private PostgresCluster? _cluster;

    public PostgresCluster Cluster => _cluster!;

    public async ValueTask InitializeAsync() =>
        _cluster = await (await PostgresProvider.FindAsync(Path.Join(Path.GetTempPath(), "slipway-tools"))).StartAsync();

    public ValueTask DisposeAsync() => _cluster?.DisposeAsync() ?? ValueTask.CompletedTask;

    public static string NewName() => $"judge_{Interlocked.Increment(ref _count)}";

    /// <returns>The connection string of a new, empty database.</returns>
    public Task<string> DatabaseAsync() => Cluster.CreateDatabaseAsync(NewName());

    public static Task ExecuteAsync(string connection, string sql) => OneAsync(connection, sql);

    /// <returns>The first value of the first row; null where there is none.</returns>
    public static async Task<object?> OneAsync(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        await open.OpenAsync(TestContext.Current.CancellationToken);
#pragma warning disable CA2100 // a test's own statements
        await using var command = new NpgsqlCommand(sql, open);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
