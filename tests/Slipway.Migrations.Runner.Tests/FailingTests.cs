using System.Text.Json.Nodes;
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
        Assert.Equal(
            """
            error SLP3208: Slipway.Migrations.Runner.Tests: the migration 20260102000000_Broken failed. 42P01: relation "nowhere" does not exist
              at: INSERT INTO nowhere VALUES (1);
              mend: The migration is wrong for this database. Correct it, build a new release, and run that one's bundle; those before it stay applied.

            """, run.Error);
        Assert.Equal(["well"], await Server.TablesAsync(database));
    }

    [Fact]
    public async Task Verbose_shows_where_it_comes_from_only_of_what_nobody_expected()
    {
        var refused = await Bundle.RunAsync(text => new BrokenDb(text), ["--verbose", "--connection", await server.DatabaseAsync()]);
        var unexpected = await Bundle.RunAsync(_ => throw new InvalidOperationException("Nobody expected this."), ["--verbose", "--connection", "Host=localhost"]);

        Assert.EndsWith($"those before it stay applied.{Environment.NewLine}", refused.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, unexpected.Code);
        Assert.StartsWith("error SLP3217: InvalidOperationException: Nobody expected this.", unexpected.Error, StringComparison.Ordinal);
        Assert.Contains("   at Slipway.Migrations.Runner", unexpected.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_the_parts_of_a_failure_apart()
    {
        var run = await Bundle.RunAsync(text => new BrokenDb(text), ["--json", "--connection", await server.DatabaseAsync()]);

        var failure = JsonNode.Parse(run.Out.TrimEnd().Split('\n')[^1])!;
        Assert.Equal(("failed", 1, "Slipway.Migrations.Runner.Tests", "20260102000000_Broken", "INSERT INTO nowhere VALUES (1);", "42P01"),
            ((string)failure["event"]!, (int)failure["exit"]!, (string)failure["service"]!, (string)failure["migration"]!,
                (string)failure["statement"]!, (string)failure["sqlState"]!));
        Assert.NotEmpty((string)failure["mend"]!);
    }

    [Fact]
    public async Task Rows_that_nobody_sends_are_the_migrations_mistake_and_not_the_connections()
    {
        var database = await server.DatabaseAsync();

        var run = await Bundle.RunAsync(text => new CopyingDb(text), ["--connection", database]);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.StartsWith("error SLP3208: Slipway.Migrations.Runner.Tests: the migration 20260101000000_Copy failed. COPY isn't supported", run.Error, StringComparison.Ordinal);
        Assert.Contains("  at: COPY half FROM STDIN;", run.Error, StringComparison.Ordinal);
        Assert.Contains("  mend: The migration is wrong: who runs it neither sends rows nor takes them. Write them as INSERT, build a new release,", run.Error, StringComparison.Ordinal);
        Assert.Empty(await Server.TablesAsync(database));
    }

    [Fact]
    public async Task A_migration_that_left_its_transaction_says_that_a_person_has_to_look()
    {
        var database = await server.DatabaseAsync();
        await Bundle.ShopAsync(database, ShopDb.Lines);
        await Server.ExecuteAsync(database, "CREATE INDEX ix_orders ON orders (id)");

        var run = await Bundle.ShopAsync(database);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains("42P07", run.Error, StringComparison.Ordinal);
        Assert.Contains("undo that by hand", run.Error, StringComparison.Ordinal);
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
        Assert.StartsWith("error SLP3216: Slipway.Migrations.Runner.Tests: Interrupted.", run.Error, StringComparison.Ordinal);
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

        Assert.Equal(["client_connection_check_interval=1s", "lock_timeout=5s", "statement_timeout=30min"],
            await Server.ReadAsync(database, "SELECT value FROM limits ORDER BY 1"));
    }

    private static Task<IReadOnlyList<string>> SleepersAsync(string database) => Server.ReadAsync(database,
        "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep%'");
}
