using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

public sealed class UnknownMigrationsTests(Server server)
{
    private const string Newer = "20270101000000_OfANewerRelease";

    [Theory]
    [InlineData("0")]
    [InlineData(ShopDb.Orders)]
    [InlineData(ShopDb.Index)]
    public async Task An_older_bundle_does_not_move_a_newer_database(string target)
    {
        var database = await NewerDatabaseAsync();

        var run = await Bundle.ShopAsync(database, target);

        Assert.Equal(ExitCode.UnknownMigrations, run.Code);
        Assert.Contains(Newer, run.Error, StringComparison.Ordinal);
        Assert.Equal(["lines", "orders"], await Server.TablesAsync(database));
    }

    [Fact]
    public async Task An_older_bundle_that_has_nothing_to_do_says_so_because_code_rolls_back_and_the_schema_stays()
    {
        var run = await Bundle.ShopAsync(await NewerDatabaseAsync());

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.StartsWith("Nothing to do", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_of_another_branch_does_not_add_its_own_on_top()
    {
        var database = await server.DatabaseAsync();
        await Bundle.ShopAsync(database, ShopDb.Lines);
        await AddAsync(database);

        Assert.Equal(ExitCode.UnknownMigrations, (await Bundle.ShopAsync(database)).Code);
    }

    [Fact]
    public async Task Status_lists_them()
    {
        var run = await Bundle.ShopAsync(await NewerDatabaseAsync(), "status");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains($"unknown  {Newer}", run.Out, StringComparison.Ordinal);
        Assert.EndsWith($"3 applied, 0 pending, 1 unknown.{Environment.NewLine}", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_that_may_fail_says_what_apply_would()
    {
        var newer = await NewerDatabaseAsync();
        var branched = await server.DatabaseAsync();
        await Bundle.ShopAsync(branched, ShopDb.Lines);
        await AddAsync(branched);

        var run = await Bundle.ShopAsync(branched, "status", "--fail-if-pending", "--json");

        Assert.Equal((ExitCode.Done, ExitCode.UnknownMigrations), ((await Bundle.ShopAsync(newer, "status", "--fail-if-pending")).Code, run.Code));
        Assert.Equal(
            $$"""{"event":"status","applied":["{{ShopDb.Orders}}","{{ShopDb.Lines}}"],"pending":["{{ShopDb.Index}}"],"unknown":["{{Newer}}"]}""", run.Out.TrimEnd());
    }

    private async Task<string> NewerDatabaseAsync()
    {
        var database = await server.DatabaseAsync();
        await Bundle.ShopAsync(database);
        await AddAsync(database);
        return database;
    }

    private static Task AddAsync(string database) =>
        Server.ExecuteAsync(database, $"INSERT INTO \"__EFMigrationsHistory\" VALUES ('{Newer}', '10.0.15')");
}
