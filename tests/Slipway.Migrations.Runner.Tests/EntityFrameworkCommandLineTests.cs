using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

/// <summary>Whoever comes from <c>dotnet ef migrations bundle</c> writes what they wrote there.</summary>
public sealed class EntityFrameworkCommandLineTests(Server server)
{
    [Fact]
    public async Task What_EF_Cores_own_bundle_is_told_is_understood()
    {
        var database = await server.DatabaseAsync();
        var file = Path.Join(Path.GetTempPath(), $"{Guid.NewGuid():N}.rsp");
        await File.WriteAllLinesAsync(file, ["CreateLines", "--connection", database, "-v"], TestContext.Current.CancellationToken);

        var run = await Bundle.RunAsync(text => new ShopDb(text), [$"@{file}", "--no-color", "--prefix-output", "--", "--environment", "Staging"]);

        File.Delete(file);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Contains($"info:    applying {ShopDb.Lines}", run.Out, StringComparison.Ordinal);
        Assert.All(run.Out.TrimEnd().Split('\n'), line => Assert.StartsWith("info:    ", line, StringComparison.Ordinal));
        Assert.Equal(["lines", "orders"], await Server.TablesAsync(database));
    }

    [Fact]
    public async Task Back_to_the_empty_database_is_0()
    {
        var database = await server.DatabaseAsync();
        await Bundle.ShopAsync(database);

        Assert.Equal(ExitCode.Done, (await Bundle.ShopAsync(database, "0")).Code);
        Assert.Empty(await Server.TablesAsync(database));
    }

    [Fact]
    public async Task An_error_has_its_prefix_too()
    {
        var run = await Bundle.RunAsync(text => new ShopDb(text), ["Nowhere", "--prefix-output", "--connection", "Host=localhost"]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.StartsWith("error:   SLP3200: Slipway.Migrations.Runner.Tests: There is no migration 'Nowhere'.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_that_of_the_runner_and_of_EF_Core()
    {
        var run = await Bundle.RunAsync(text => new ShopDb(text), ["--version"]);

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("Entity Framework Core 10.", run.Out, StringComparison.Ordinal);
    }
}
