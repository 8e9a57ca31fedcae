using System.Diagnostics;
using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

/// <summary>
/// A bundle that ends in the middle of a migration, once in the routine and fifty times rarely. What must hold each time: the database is at a
/// migration's boundary, no statement outlives its bundle by long, and the next run finishes the work.
/// </summary>
public sealed class DyingTests(Server server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(50, Traits = ["Category", "Rare"])]
    public Task A_bundle_that_is_killed_leaves_a_whole_migration(int rounds) => RoundsAsync(rounds, (process, _) =>
    {
        process.Kill();
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(1)]
    [InlineData(50, Traits = ["Category", "Rare"])]
    public Task A_bundle_that_is_asked_to_end_leaves_a_whole_migration(int rounds) => RoundsAsync(rounds, async (process, _) =>
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync(Cancellation);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(50, Traits = ["Category", "Rare"])]
    public Task A_bundle_that_loses_its_connection_leaves_a_whole_migration(int rounds) => RoundsAsync(rounds, async (_, database) =>
        await Server.ReadAsync(database, $"SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE {Sleeping}"));

    private const string Sleeping = "datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep%'";

    private async Task RoundsAsync(int rounds, Func<Process, string, Task> end)
    {
        for (var round = 0; round < rounds; round++)
        {
            var database = await server.DatabaseAsync();
            await Server.ExecuteAsync(database, "CREATE TABLE patience AS SELECT 30.0::float8 AS seconds");
            var process = BundleProcess.Start<LongDb>(database);
            while ((await SleepersAsync(database)).Count == 0)
                await Task.Delay(20, Cancellation);

            await end(process, database);
            var (code, _, _) = await BundleProcess.EndAsync(process);
            // The statement alone would last for 30 s; the server is told to look for its client each second.
            var clock = Stopwatch.StartNew();
            while ((await SleepersAsync(database)).Count > 0 && clock.Elapsed < TimeSpan.FromSeconds(20))
                await Task.Delay(20, Cancellation);

            Assert.NotEqual(0, code);
            Assert.Empty(await SleepersAsync(database));
            Assert.Equal(["first", "patience"], await Server.TablesAsync(database));
            await Server.ExecuteAsync(database, "UPDATE patience SET seconds = 0");
            var next = await Bundle.RunAsync(text => new LongDb(text), ["--connection", database]);
            Assert.Equal((ExitCode.Done, ""), (next.Code, next.Error));
            Assert.Equal(["first", "patience", "second", "third"], await Server.TablesAsync(database));
            TestContext.Current.TestOutputHelper?.WriteLine($"round {round}: the statement was gone after {clock.ElapsedMilliseconds} ms");
        }
    }

    private static Task<IReadOnlyList<string>> SleepersAsync(string database) =>
        Server.ReadAsync(database, $"SELECT query FROM pg_stat_activity WHERE {Sleeping}");
}
