using Microsoft.EntityFrameworkCore;
using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

/// <summary>Many deployments of one bundle at once: six in the routine; twenty, ten times, rarely.</summary>
public sealed class ManyProcessesTests(Server server)
{
    [Theory]
    [InlineData(false, 6, 1)]
    [InlineData(true, 6, 1)]
    [InlineData(false, 20, 10, Traits = ["Category", "Rare"])]
    [InlineData(true, 20, 10, Traits = ["Category", "Rare"])]
    public async Task All_end_well_on_PostgreSQL_and_each_migration_is_applied_once(bool halfMigrated, int processes, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var database = await server.DatabaseAsync();
            if (halfMigrated) await Bundle.ShopAsync(database, ShopDb.Orders);

            await RunAllAsync<ShopDb>(processes, database, halfMigrated ? [ShopDb.Lines, ShopDb.Index] : [ShopDb.Orders, ShopDb.Lines, ShopDb.Index]);

            Assert.Equal([ShopDb.Orders, ShopDb.Lines, ShopDb.Index],
                await Server.ReadAsync(database, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY 1"));
        }
    }

    [Theory]
    [InlineData(false, 6, 1)]
    [InlineData(true, 6, 1)]
    [InlineData(false, 20, 10, Traits = ["Category", "Rare"])]
    [InlineData(true, 20, 10, Traits = ["Category", "Rare"])]
    public async Task All_end_well_on_SQLite_too(bool halfMigrated, int processes, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            using var file = new LocalFile();
            if (halfMigrated)
                Assert.Equal(ExitCode.Done, (await Bundle.RunAsync(text => new LocalDb(text), ["First", "--connection", file.Connection])).Code);

            await RunAllAsync<LocalDb>(processes, file.Connection, halfMigrated ? [LocalDb.Second] : ["20260101000000_First", LocalDb.Second]);

            Assert.Equal(["first", "second"], file.Tables());
        }
    }

    private static async Task RunAllAsync<T>(int processes, string connection, string[] migrations)
        where T : DbContext
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, processes)
            .Select(_ => BundleProcess.EndAsync(BundleProcess.Start<T>(connection, "--lock-timeout", "110"))));

        Assert.All(runs, run => Assert.Equal((0, ""), (run.Code, run.Error)));
        foreach (var migration in migrations)
            Assert.Single(runs, run => run.Out.Contains($"applying {migration}", StringComparison.Ordinal));
    }
}
