using Npgsql;
using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

public sealed class RefusingTests(Server server)
{
    [Fact]
    public async Task A_migration_that_is_older_than_the_newest_applied_is_not_slipped_in()
    {
        var database = await server.DatabaseAsync();
        await Bundle.ShopAsync(database, ShopDb.Lines);
        await Server.ExecuteAsync(database, $"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = '{ShopDb.Orders}'; DROP TABLE orders");

        var run = await Bundle.ShopAsync(database);

        Assert.Equal(ExitCode.Drift, run.Code);
        Assert.StartsWith($"error SLP3210: Slipway.Migrations.Runner.Tests: {ShopDb.Orders} is older than {ShopDb.Lines}, which is applied", run.Error, StringComparison.Ordinal);
        Assert.Equal(["lines"], await Server.TablesAsync(database));
    }

    [Fact]
    public async Task The_way_back_past_it_is_open()
    {
        var database = await server.DatabaseAsync();
        await Bundle.ShopAsync(database, ShopDb.Lines);
        await Server.ExecuteAsync(database, $"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = '{ShopDb.Orders}'; DROP TABLE orders");

        Assert.Equal(ExitCode.Done, (await Bundle.ShopAsync(database, "0")).Code);
        Assert.Empty(await Server.TablesAsync(database));
    }

    [Theory]
    [InlineData("CREATEDB", "may create databases", "--production")]
    [InlineData("SUPERUSER", "is a superuser", "--production")]
    [InlineData("CREATEDB", "may create databases", "--", "--environment", "Production")]
    public async Task In_production_a_role_that_may_do_too_much_moves_nothing(string right, string message, params string[] args)
    {
        var database = await server.DatabaseAsync();

        var run = await Bundle.RunAsync(text => new ShopDb(text), ["--connection", await AsRoleAsync(database, right), .. args]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(await Server.TablesAsync(database));
    }

    [Fact]
    public async Task The_owner_of_the_database_and_no_more_is_let_through_in_production()
    {
        var database = await server.DatabaseAsync();

        var run = await Bundle.ShopAsync(await AsRoleAsync(database, "NOCREATEDB"), "--production");

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
    }

    [Fact]
    public async Task Out_of_production_nobody_asks_what_a_role_may_do()
    {
        var database = await server.DatabaseAsync();

        Assert.Equal(ExitCode.Done, (await Bundle.ShopAsync(await AsRoleAsync(database, "CREATEDB"))).Code);
    }

    [Theory]
    [InlineData("apply")]
    [InlineData("status")]
    public async Task A_table_that_is_called_as_the_history_and_is_none_is_named(string verb)
    {
        var database = await server.DatabaseAsync();
        await Server.ExecuteAsync(database, "CREATE TABLE \"__EFMigrationsHistory\" (migration_id text)");

        var run = await Bundle.ShopAsync(database, verb, "--verbose");

        Assert.Equal(ExitCode.UnknownMigrations, run.Code);
        Assert.DoesNotContain("applying", run.Out, StringComparison.Ordinal);
        Assert.StartsWith(
            $"error SLP3214: Slipway.Migrations.Runner.Tests: The table __EFMigrationsHistory in the database '{new NpgsqlConnectionStringBuilder(database).Database}' at ", run.Error, StringComparison.Ordinal);
        Assert.Contains("is no history of migrations as this bundle keeps one: 42703: column \"MigrationId\" does not exist.", run.Error, StringComparison.Ordinal);
        Assert.Contains("mend: If another program made it, give the service a database of its own", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Empty(await Server.TablesAsync(database));
    }

    private static async Task<string> AsRoleAsync(string database, string right)
    {
        var role = $"role_{Guid.NewGuid():N}";
        var password = Guid.NewGuid().ToString("N");
        await Server.ExecuteAsync(database, $"CREATE ROLE {role} LOGIN {right} PASSWORD '{password}'; DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO {role}', current_database()); END $$; ALTER SCHEMA public OWNER TO {role}");
        return new NpgsqlConnectionStringBuilder(database) { Username = role, Password = password }.ConnectionString;
    }
}
