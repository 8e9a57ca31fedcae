using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

public sealed class FailingTests(Server server)
{
    [Fact]
    public async Task A_migration_that_fails_is_taken_back_whole_and_those_before_it_stay()
    {
        var database = await server.DatabaseAsync();

        var run = await Bundle.RunAsync(text => new BrokenDb(text), ["--connection", database]);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.EndsWith($"applying 20260102000000_Broken{Environment.NewLine}", run.Out, StringComparison.Ordinal);
        Assert.StartsWith("error: 42P01: relation \"nowhere\" does not exist", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Equal(["well"], await Server.TablesAsync(database));
    }

    [Fact]
    public async Task An_interrupted_run_ends_its_statement_on_the_server_too()
    {
        var database = await server.DatabaseAsync();
        using var signal = new CancellationTokenSource();
        var running = Bundle.RunAsync(text => new SlowDb(text), ["--connection", database], cancellation: signal.Token);
        while ((await SleepersAsync(database)).Count == 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);

        await signal.CancelAsync();
        var run = await running;

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.StartsWith("error: Interrupted.", run.Error, StringComparison.Ordinal);
        Assert.Empty(await SleepersAsync(database));
    }

    [Fact]
    public async Task A_statement_that_runs_too_long_fails_when_a_limit_is_asked_for()
    {
        var database = await server.DatabaseAsync();

        var run = await Bundle.RunAsync(text => new SlowDb(text), ["--connection", database, "--statement-timeout=0.2"]);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("57014", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrations_run_under_limits_that_nobody_has_to_ask_for()
    {
        var database = await server.DatabaseAsync();

        await Bundle.RunAsync(text => new LimitsDb(text), ["--connection", database]);

        Assert.Equal(["client_connection_check_interval=1s", "lock_timeout=5s", "statement_timeout=0"],
            await Server.ReadAsync(database, "SELECT value FROM limits ORDER BY 1"));
    }

    private static Task<IReadOnlyList<string>> SleepersAsync(string database) => Server.ReadAsync(database,
        "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep%'");
}
