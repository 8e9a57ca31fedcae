using System.Net;
using System.Net.Sockets;
using Npgsql;
using Slipway.Machine.Postgres;

namespace Slipway.Machine.Tests.Postgres;

public sealed class ThrowawayClusterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Databases_are_made_copied_and_gone_with_the_cluster()
    {
        string address;
        await using (var cluster = await StartAsync())
        {
            address = await cluster.CreateDatabaseAsync("first", cancellationToken: Token);
            await Sql.RunAsync(address, "CREATE TABLE t (n int); INSERT INTO t VALUES (42)");
            var copy = await cluster.CreateDatabaseAsync("second", "first", Token);
            Assert.Equal(42, await Sql.OneAsync(copy, "SELECT n FROM t"));
            await cluster.DropDatabaseAsync("second", Token);
            await cluster.DropDatabaseAsync("second", Token);
            await Assert.ThrowsAsync<PostgresException>(() => Sql.OneAsync(copy, "SELECT 1"));
            Assert.True(Directory.Exists(await DataOfAsync(cluster.AdminConnectionString)));
        }

        await Assert.ThrowsAsync<NpgsqlException>(() => Sql.OneAsync(address, "SELECT 1"));
    }

    [Fact]
    public async Task It_is_known_whether_somebody_was_in_a_database()
    {
        await using var cluster = await StartAsync();
        var visited = await cluster.CreateDatabaseAsync("visi'ted", cancellationToken: Token);
        await cluster.CreateDatabaseAsync("lonely", cancellationToken: Token);
        Assert.Equal(0, await cluster.SessionsAsync("visi'ted", Token));

        await Sql.RunAsync(visited, "CREATE TABLE t (n int)");

        // The server counts when the session has ended, which it does by itself.
        while (await cluster.SessionsAsync("visi'ted", Token) == 0) await Task.Delay(20, Token);
        Assert.Equal(0, await cluster.SessionsAsync("lonely", Token));
    }

    [Fact]
    public async Task Any_text_names_a_database_and_long_names_stay_apart()
    {
        await using var cluster = await StartAsync();
        string[] names = ["quote\"; DROP DATABASE postgres --", "ä€", new string('n', 100) + "1", new string('n', 100) + "2"];

        var addresses = new List<string>();
        foreach (var name in names) addresses.Add(await cluster.CreateDatabaseAsync(name, cancellationToken: Token));

        Assert.Equal(4, addresses.Distinct().Count());
        foreach (var address in addresses) Assert.Equal(1, await Sql.OneAsync(address, "SELECT 1"));
    }

    [Fact]
    public async Task Nobody_gets_in_without_the_password()
    {
        await using var cluster = await StartAsync();
        var wrong = new NpgsqlConnectionStringBuilder(cluster.AdminConnectionString) { Password = "wrong" };

        await Assert.ThrowsAsync<PostgresException>(() => Sql.OneAsync(wrong.ConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Several_clusters_run_at_once()
    {
        var clusters = await Task.WhenAll(StartAsync(), StartAsync(), StartAsync());

        foreach (var cluster in clusters) Assert.Equal(1, await Sql.OneAsync(cluster.AdminConnectionString, "SELECT 1"));
        foreach (var cluster in clusters) await cluster.DisposeAsync();
    }

    [Fact]
    public async Task Disposal_does_not_wait_for_open_connections()
    {
        var cluster = await StartAsync();
        await using var connection = new NpgsqlConnection(cluster.AdminConnectionString);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand("SELECT pg_sleep(1000)", connection);
        var sleeping = command.ExecuteNonQueryAsync(Token);

        await cluster.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(8), Token);

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => sleeping);
    }

    [Fact]
    public async Task A_killed_host_leaves_no_server_and_the_next_removes_its_folder()
    {
        using var host = Victim.Start(["postgres", "/nowhere"], new() { [PostgresProvider.Variable] = null });
        var address = await host.LineAsync();
        var data = await DataOfAsync(address);

        await host.KillAsync();

        var builder = new NpgsqlConnectionStringBuilder(address);
        for (var attempt = 0; await AnswersAsync(builder.Port); attempt++)
        {
            Assert.True(attempt < 200, "PostgreSQL still answers");
            await Task.Delay(50, Token);
        }
        for (var attempt = 0; Directory.Exists(data); attempt++)
        {
            Assert.True(attempt < 10, $"{data} is still there");
            await (await StartAsync()).DisposeAsync();
        }
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        var provider = await PostgresProvider.FindAsync("/nowhere", PostgresSearch.OfThisMachine() with { ConnectionString = null }, null, Token);
        return await provider.StartAsync(Token);
    }

    private static async Task<string> DataOfAsync(string address) => (string)(await Sql.OneAsync(address, "SHOW data_directory"))!;

    private static async Task<bool> AnswersAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, Token);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
