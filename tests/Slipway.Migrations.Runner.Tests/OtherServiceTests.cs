using Npgsql;
using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

/// <summary>Two services and one database, where each would take the other's migrations for its own.</summary>
public sealed class OtherServiceTests(Server server)
{
    private const string Own = "Slipway.Migrations.Runner.Tests";
    private const string Mark = "Migrations of the service " + Own;

    [Theory]
    [InlineData("apply")]
    [InlineData("0")]
    [InlineData(ShopDb.Orders)]
    [InlineData("status")]
    public async Task A_database_of_another_service_is_not_touched(string word)
    {
        var database = await server.DatabaseAsync();
        await Bundle.ShopAsync(database, ShopDb.Orders);

        var run = await TwinAsync(database, word);

        var parts = new NpgsqlConnectionStringBuilder(database);
        Assert.Equal((ExitCode.UnknownMigrations, ""), (run.Code, run.Out));
        Assert.Equal(
            $"""
            error SLP3213: {TwinDb.Service}: The history of migrations __EFMigrationsHistory in the database '{parts.Database}' at {parts.Host}:{parts.Port} is that of the service '{Own}', and this bundle is of '{TwinDb.Service}'. Nothing was changed.
              mend: Give '{TwinDb.Service}' a database of its own, and the connection string of that; until then, a history of its own: MigrationsHistoryTable("__EFMigrationsHistory", "its_schema"). If the service was renamed, take the mark away: COMMENT ON TABLE "__EFMigrationsHistory" IS NULL

            """, run.Error);
        Assert.Equal(["orders"], await Server.TablesAsync(database));
        Assert.Equal(ExitCode.Done, (await Bundle.ShopAsync(database)).Code);
    }

    [Fact]
    public async Task A_service_that_was_renamed_takes_the_mark_away_and_goes_on()
    {
        var database = await server.DatabaseAsync();
        await Bundle.ShopAsync(database, ShopDb.Orders);

        await Server.ExecuteAsync(database, "COMMENT ON TABLE \"__EFMigrationsHistory\" IS NULL");

        Assert.Equal(ExitCode.Done, (await TwinAsync(database)).Code);
        Assert.Equal(["Migrations of the service " + TwinDb.Service], await MarkAsync(database));
    }

    [Fact]
    public async Task Two_services_with_a_history_each_do_not_meet()
    {
        var database = await server.DatabaseAsync();
        await Bundle.ShopAsync(database, ShopDb.Orders);

        var run = await Bundle.RunAsync(text => TwinDb.For(text, "bills_history"), ["--connection", database]);

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Equal(["bills", "bills_history", "orders"], await Server.TablesAsync(database));
    }

    [Fact]
    public async Task A_history_from_before_there_were_marks_is_marked_by_the_first_bundle_that_knows_it_and_what_else_it_says_stays()
    {
        var database = await server.DatabaseAsync();
        await Bundle.ShopAsync(database);
        await Server.ExecuteAsync(database, "COMMENT ON TABLE \"__EFMigrationsHistory\" IS 'It''s ours.'");

        var run = await Bundle.ShopAsync(database);

        Assert.Equal((ExitCode.Done, "Nothing to do: the database is there already." + Environment.NewLine), (run.Code, run.Out));
        Assert.Equal([$"It's ours.\n{Mark}"], await MarkAsync(database));
        Assert.Equal(ExitCode.UnknownMigrations, (await TwinAsync(database)).Code);
    }

    [Fact]
    public async Task Status_marks_nothing()
    {
        var database = await server.DatabaseAsync();
        await Bundle.ShopAsync(database);
        await Server.ExecuteAsync(database, "COMMENT ON TABLE \"__EFMigrationsHistory\" IS NULL");

        Assert.Equal(ExitCode.Done, (await Bundle.ShopAsync(database, "status")).Code);

        Assert.Equal([""], await MarkAsync(database));
    }

    [Theory]
    [InlineData(ShopDb.Orders, "Done: 1 applied")]
    [InlineData(ShopDb.Lines, "Nothing to do")]
    public async Task A_role_that_may_migrate_and_may_not_comment_is_not_held_up(string before, string end)
    {
        var database = await server.DatabaseAsync();
        await Bundle.ShopAsync(database, before);
        var role = $"role_{Guid.NewGuid():N}";
        await Server.ExecuteAsync(database,
            $"""
            COMMENT ON TABLE "__EFMigrationsHistory" IS NULL;
            CREATE ROLE {role} LOGIN PASSWORD '{role}';
            GRANT ALL ON SCHEMA public TO {role};
            GRANT ALL ON "__EFMigrationsHistory" TO {role};
            """);

        var run = await Bundle.ShopAsync(new NpgsqlConnectionStringBuilder(database) { Username = role, Password = role }.ConnectionString, ShopDb.Lines);

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Contains($"The history of migrations could not be marked as that of {Own}: 42501", run.Out, StringComparison.Ordinal);
        Assert.Contains(end, run.Out, StringComparison.Ordinal);
        Assert.Equal([""], await MarkAsync(database));
    }

    [Fact]
    public async Task A_database_of_another_service_on_SQLite_is_not_touched_either()
    {
        using var file = new LocalFile();
        await Bundle.RunAsync(text => new LocalDb(text), ["First", "--connection", file.Connection]);

        var run = await TwinAsync(file.Connection, "0");

        Assert.Equal(ExitCode.UnknownMigrations, run.Code);
        Assert.Contains($"in the database file {file.Path} is that of the service '{Own}', and this bundle is of '{TwinDb.Service}'", run.Error, StringComparison.Ordinal);
        Assert.EndsWith($"take the mark away: DROP TABLE \"__EFMigrationsHistoryService\"{Environment.NewLine}", run.Error, StringComparison.Ordinal);
        Assert.Equal(["first"], file.Tables());
    }

    private static Task<Bundle> TwinAsync(string connection, params string[] words) =>
        Bundle.RunAsync(text => TwinDb.For(text), [.. words, "--connection", connection]);

    private static Task<IReadOnlyList<string>> MarkAsync(string database) =>
        Server.ReadAsync(database, "SELECT coalesce(obj_description('\"__EFMigrationsHistory\"'::regclass, 'pg_class'), '')");
}
