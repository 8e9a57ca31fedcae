using Npgsql;
using Slipway.Machine.Postgres;

namespace Slipway.Machine.Tests.Postgres;

public sealed class ThrowawayClusterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Databases_are_made_copied_and_gone_with_the_cluster()
    {
        var provider = await PostgresProvider.FindAsync("/nowhere", PostgresSearch.OfThisMachine() with { ConnectionString = null }, null, Token);
        string address;
        await using (var cluster = await provider.StartAsync(Token))
        {
            address = await cluster.CreateDatabaseAsync("first", cancellationToken: Token);
            await Sql.RunAsync(address, "CREATE TABLE t (n int); INSERT INTO t VALUES (42)");
            var copy = await cluster.CreateDatabaseAsync("second", "first", Token);
            Assert.Equal(42, await Sql.OneAsync(copy, "SELECT n FROM t"));
            await cluster.DropDatabaseAsync("second", Token);
            await Assert.ThrowsAsync<PostgresException>(() => Sql.OneAsync(copy, "SELECT 1"));
        }
        await Assert.ThrowsAsync<NpgsqlException>(() => Sql.OneAsync(address, "SELECT 1"));
    }
}
