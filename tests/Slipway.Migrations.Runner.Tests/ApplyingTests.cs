using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

public sealed class ApplyingTests(Server server)
{
    [Fact]
    public async Task An_empty_database_gets_everything_and_the_second_run_changes_nothing()
    {
        var database = await server.DatabaseAsync();

        var first = await Bundle.ShopAsync(database);
        var second = await Bundle.ShopAsync(database);

        Assert.Equal((ExitCode.Done, ""), (first.Code, first.Error));
        Assert.Equal(
            $"applying {ShopDb.Orders}\napplying {ShopDb.Lines}\napplying {ShopDb.Index}\nDone: 3 applied, 0 reverted, in ",
            first.Out.ReplaceLineEndings("\n")[..^"0.0 s.\n".Length]);
        Assert.Equal(["lines", "orders"], await Server.TablesAsync(database));
        Assert.Equal((ExitCode.Done, "Nothing to do: the database is there already." + Environment.NewLine, ""), (second.Code, second.Out, second.Error));
    }

    [Theory]
    [InlineData(ShopDb.Orders)]
    [InlineData("CreateOrders")]
    [InlineData("createorders")]
    public async Task A_named_migration_is_gone_to_forwards_and_back(string name)
    {
        var database = await server.DatabaseAsync();

        Assert.Equal(ExitCode.Done, (await Bundle.ShopAsync(database, name)).Code);
        Assert.Equal(["orders"], await Server.TablesAsync(database));

        await Bundle.ShopAsync(database);
        var back = await Bundle.ShopAsync(database, "apply", name);

        Assert.Equal(ExitCode.Done, back.Code);
        Assert.StartsWith($"reverting {ShopDb.Index}{Environment.NewLine}reverting {ShopDb.Lines}", back.Out, StringComparison.Ordinal);
        Assert.Equal(["orders"], await Server.TablesAsync(database));
    }

    [Fact]
    public async Task Zero_goes_back_to_the_empty_database()
    {
        var database = await server.DatabaseAsync();
        await Bundle.ShopAsync(database);

        Assert.Equal(ExitCode.Done, (await Bundle.ShopAsync(database, "0")).Code);
        Assert.Empty(await Server.TablesAsync(database));
    }

    [Fact]
    public async Task A_migration_that_there_is_not_touches_nothing_and_names_those_there_are()
    {
        var database = await server.DatabaseAsync();

        var run = await Bundle.ShopAsync(database, "CreateOrdres");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains($"There is no migration 'CreateOrdres'.{Environment.NewLine}  mend: Name one that this bundle has: {ShopDb.Orders}, ", run.Error, StringComparison.Ordinal);
        Assert.Empty(await Server.ReadAsync(database, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"));
    }

    [Fact]
    public async Task Json_is_one_object_a_line()
    {
        var database = await server.DatabaseAsync();

        var lines = (await Bundle.ShopAsync(database, "CreateLines", "--json")).Out.TrimEnd().Split('\n', StringSplitOptions.TrimEntries);

        Assert.Equal($$"""{"event":"applying","migration":"{{ShopDb.Orders}}"}""", lines[0]);
        Assert.Equal($$"""{"event":"applying","migration":"{{ShopDb.Lines}}"}""", lines[1]);
        Assert.StartsWith($$"""{"event":"done","applied":["{{ShopDb.Orders}}","{{ShopDb.Lines}}"],"reverted":[],"ms":""", lines[2], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task Verbose_shows_the_SQL_and_nothing_else_does()
    {
        Assert.Contains("CREATE TABLE orders", (await Bundle.ShopAsync(await server.DatabaseAsync(), "--verbose")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("CREATE TABLE", (await Bundle.ShopAsync(await server.DatabaseAsync())).Out, StringComparison.Ordinal);
    }
}
