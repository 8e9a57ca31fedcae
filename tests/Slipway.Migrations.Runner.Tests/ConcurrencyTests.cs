using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

public sealed class ConcurrencyTests(Server server)
{
    [Fact]
    public async Task Five_deployments_at_once_all_end_well_and_one_of_them_does_the_work()
    {
        var database = await server.DatabaseAsync();

        var runs = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Bundle.ShopAsync(database))));

        Assert.All(runs, run => Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error)));
        Assert.Single(runs, run => run.Out.Contains("Done: 3 applied", StringComparison.Ordinal));
        Assert.Equal(4, runs.Count(run => run.Out.Contains("Nothing to do", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_does_not_get_the_lock_in_time_leaves_with_its_own_exit_code()
    {
        var database = await server.DatabaseAsync();
        await using var other = await Server.OpenAsync(database);
        await HoldAsync(other);

        var run = await Bundle.ShopAsync(database, "--lock-timeout", "0.3");

        Assert.Equal(ExitCode.Locked, run.Code);
        var parts = new Npgsql.NpgsqlConnectionStringBuilder(database);
        Assert.StartsWith(
            $"error SLP3205: Slipway.Migrations.Runner.Tests: Another deployment has held the database '{parts.Database}' at {parts.Host}:{parts.Port} for ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith(
            $"mend: Run it again when that one has ended, or let it wait longer: --lock-timeout SECONDS.{Environment.NewLine}", run.Error, StringComparison.Ordinal);
        Assert.Empty(await Server.TablesAsync(database));
    }

    [Fact]
    public async Task A_deployment_that_died_holds_nobody_up()
    {
        var database = await server.DatabaseAsync();
        var other = await Server.OpenAsync(database);
        await HoldAsync(other);
        var waiting = Bundle.ShopAsync(database);

        await other.DisposeAsync();

        Assert.Equal(ExitCode.Done, (await waiting).Code);
    }

    [Fact]
    public async Task One_deployment_after_another_never_waits()
    {
        var database = await server.DatabaseAsync();

        for (var round = 0; round < 20; round++)
        {
            var run = await Bundle.ShopAsync(database, round % 2 == 0 ? ShopDb.Lines : ShopDb.Orders);

            Assert.Equal(ExitCode.Done, run.Code);
            Assert.DoesNotContain("Another deployment", run.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_table_in_use_is_waited_for_no_longer_than_allowed()
    {
        var database = await server.DatabaseAsync();
        await Bundle.ShopAsync(database, ShopDb.Lines);
        await using var reader = await Server.OpenAsync(database);
        await using var transaction = await reader.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var read = new Npgsql.NpgsqlCommand("SELECT * FROM lines", reader, transaction);
        await read.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var run = await Bundle.ShopAsync(database, ShopDb.Orders, "--table-lock-timeout", "0.2", "--retries", "1", "--json");

        Assert.Equal(ExitCode.Locked, run.Code);
        Assert.Contains("\"exit\":3,\"code\":\"SLP3206\"", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"sqlState\":\"55P03\"", run.Out, StringComparison.Ordinal);
        Assert.Single(run.Out.Split('\n'), line => line.Contains("\"retrying\"", StringComparison.Ordinal));
        Assert.Equal(["lines", "orders"], await Server.TablesAsync(database));
    }

    [Fact]
    public async Task A_table_that_comes_free_is_taken_at_the_next_attempt()
    {
        var database = await server.DatabaseAsync();
        await Bundle.ShopAsync(database, ShopDb.Lines);
        var reader = await Server.OpenAsync(database);
        await using var transaction = await reader.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var read = new Npgsql.NpgsqlCommand("SELECT * FROM lines", reader, transaction);
        await read.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var running = Bundle.ShopAsync(database, ShopDb.Orders, "--table-lock-timeout", "0.3", "--retries", "10");
        while ((await WaitersAsync(database)).Count == 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        while ((await WaitersAsync(database)).Count > 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await reader.DisposeAsync();

        var run = await running;
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Contains("55P03 in 20260102000000_CreateLines; attempt 2 of 11", run.Out, StringComparison.Ordinal);
        Assert.Equal(["orders"], await Server.TablesAsync(database));
    }

    private static Task<IReadOnlyList<string>> WaitersAsync(string database) => Server.ReadAsync(database,
        "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");

    private static async Task HoldAsync(Npgsql.NpgsqlConnection connection)
    {
        await using var command = new Npgsql.NpgsqlCommand("SELECT pg_advisory_lock(x'736C6970776179'::bigint)", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
