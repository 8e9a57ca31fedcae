using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

public sealed class InspectingTests(Server server)
{
    [Fact]
    public async Task Status_changes_nothing_and_fails_only_when_asked_to()
    {
        var database = await server.DatabaseAsync();

        var plain = await Bundle.ShopAsync(database, "status");
        var strict = await Bundle.ShopAsync(database, "status", "--fail-if-pending");

        Assert.Equal((ExitCode.Done, ExitCode.Drift), (plain.Code, strict.Code));
        Assert.EndsWith($"0 applied, 3 pending, 0 unknown.{Environment.NewLine}", plain.Out, StringComparison.Ordinal);
        Assert.Empty(await Server.ReadAsync(database, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"));
    }

    [Fact]
    public async Task Status_tells_applied_from_pending_for_programs_too()
    {
        var database = await server.DatabaseAsync();
        await Bundle.ShopAsync(database, ShopDb.Orders);

        var run = await Bundle.ShopAsync(database, "status", "--json");

        Assert.Equal(
            $$"""{"event":"status","applied":["{{ShopDb.Orders}}"],"pending":["{{ShopDb.Lines}}","{{ShopDb.Index}}"],"unknown":[]}""",
            run.Out.TrimEnd());
    }

    [Fact]
    public async Task A_model_that_no_migration_holds_is_drift_and_needs_no_database_to_be_seen()
    {
        Assert.Equal(ExitCode.Done, (await Bundle.RunAsync(text => new ShopDb(text), ["check-model"])).Code);

        var drifted = await Bundle.RunAsync(text => new DriftedDb(text), ["check-model"]);

        Assert.Equal(ExitCode.Drift, drifted.Code);
        Assert.Contains("dotnet ef migrations add", drifted.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_is_idempotent_SQL_and_needs_no_database()
    {
        var run = await Bundle.RunAsync(text => new ShopDb(text), ["script"]);

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.StartsWith("CREATE TABLE IF NOT EXISTS \"__EFMigrationsHistory\"", run.Out, StringComparison.Ordinal);
        Assert.Contains($"WHERE \"MigrationId\" = '{ShopDb.Lines}'", run.Out, StringComparison.Ordinal);
    }
}
