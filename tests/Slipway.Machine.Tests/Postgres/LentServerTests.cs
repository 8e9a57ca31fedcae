using Npgsql;
using Slipway.Machine.Postgres;

namespace Slipway.Machine.Tests.Postgres;

public sealed class LentServerTests(ClusterFixture server) : IClassFixture<ClusterFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_runs_may_use_the_same_names_and_each_removes_its_own()
    {
        await using var one = await LendAsync();
        string mine;
        await using (var two = await LendAsync())
        {
            var first = await one.CreateDatabaseAsync("orders", cancellationToken: Token);
            mine = await two.CreateDatabaseAsync("orders", cancellationToken: Token);
            Assert.NotEqual(first, mine);
            await Sql.RunAsync(mine, "CREATE TABLE t (n int)");
            var copy = await two.CreateDatabaseAsync("copy", "orders", Token);
            Assert.Equal(0L, await Sql.OneAsync(copy, "SELECT count(*) FROM t"));
        }

        await Assert.ThrowsAsync<PostgresException>(() => Sql.OneAsync(mine, "SELECT 1"));
        Assert.Equal(1, await Sql.OneAsync(one.ConnectionStringOf("orders"), "SELECT 1"));
    }

    [Fact]
    public async Task The_role_that_was_made_for_a_database_goes_after_it()
    {
        await using var other = await LendAsync();
        var kept = await OwnedAsync(other);
        await using (var one = await LendAsync()) await OwnedAsync(one);

        Assert.Equal(kept, await Sql.OneAsync(server.Cluster.AdminConnectionString, "SELECT string_agg(rolname, ' ') FROM pg_roles WHERE rolname LIKE 'slipway%owner'"));

        static async Task<string> OwnedAsync(PostgresCluster lent)
        {
            var database = await lent.CreateDatabaseAsync("owned", cancellationToken: Token);
            var role = $"{new NpgsqlConnectionStringBuilder(database).Database}_owner";
            await Sql.RunAsync(database, $"CREATE ROLE {role}; ALTER DATABASE {new NpgsqlConnectionStringBuilder(database).Database} OWNER TO {role}");
            return role;
        }
    }

    [Fact]
    public async Task Databases_of_other_people_are_left_alone()
    {
        await server.Cluster.CreateDatabaseAsync("slipway_but_not_ours", cancellationToken: Token);

        await using (await LendAsync())
        {
        }

        Assert.Equal(1, await Sql.OneAsync(server.Cluster.ConnectionStringOf("slipway_but_not_ours"), "SELECT 1"));
    }

    [Fact]
    public async Task What_a_killed_run_left_the_next_removes()
    {
        using var host = Victim.Start(["postgres", "/nowhere"], new() { [PostgresProvider.Variable] = server.Cluster.AdminConnectionString });
        var left = await host.LineAsync();
        await using (await LendAsync()) Assert.Equal(1, await Sql.OneAsync(left, "SELECT 1"));

        await host.KillAsync();

        for (var attempt = 0; ; attempt++)
        {
            // The server needs a moment to see that the connection is gone.
            await using (await LendAsync())
            {
            }
            if (await IsGoneAsync(left)) break;
            Assert.True(attempt < 100, "the database is still there");
        }
    }

    private async Task<PostgresCluster> LendAsync()
    {
        var search = new PostgresSearch { ConnectionString = server.Cluster.AdminConnectionString };
        return await (await PostgresProvider.FindAsync("/nowhere", search, null, Token)).StartAsync(Token);
    }

    private static async Task<bool> IsGoneAsync(string address)
    {
        try
        {
            await Sql.OneAsync(address, "SELECT 1");
            return false;
        }
        catch (PostgresException gone) when (gone.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return true;
        }
    }
}
