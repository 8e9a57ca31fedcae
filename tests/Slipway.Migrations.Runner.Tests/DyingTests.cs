using System.Diagnostics;
using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

/// <summary>
/// A bundle that ends in the middle of a migration: one round each in the routine, fifty with SLIPWAY_MIGRATION_ROUNDS=full. What must hold
/// each time: the database is at a migration's boundary, no statement outlives its bundle by long, and the next run finishes the work.
/// </summary>
public sealed class DyingTests(Server server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task Killed() => RoundsAsync((process, _) =>
    {
        process.Kill();
        return Task.CompletedTask;
    });

    [Fact]
    public Task Asked_to_end() => RoundsAsync(async (process, _) =>
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync(Cancellation);
    });

    [Fact]
    public Task Its_connection_dropped() => RoundsAsync(async (_, database) =>
        await Server.ReadAsync(database, $"SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE {Sleeping}"));

    private const string Sleeping = "datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep%'";

    private async Task RoundsAsync(Func<Process, string, Task> end)
    {
        for (var round = 0; round < Rounds.Of(1, 50); round++)
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
