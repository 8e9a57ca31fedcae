using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Replaying;

public sealed class SecondRuns(ReferencePlatform platform)
{
    [Fact]
    public async Task The_second_run_with_nothing_changed_executes_nothing()
    {
        (await platform.RunAsync()).Exits(0);

        var (run, record) = await RunRecord.OfAsync(platform);

        run.Exits(0);
        Assert.Empty(record.Executed);
    }

    [Fact]
    public async Task A_changed_source_runs_no_restore_again()
    {
        (await platform.RunAsync("--target=Restore")).Exits(0);
        using var plant = platform.Append("packages/contracts/src/Contracts/PriceChanged.cs", "\n// One more line.\n");

        var (run, record) = await RunRecord.OfAsync(platform, "--target=Restore");

        run.Exits(0);
        Assert.Empty(record.Executed);
    }

    [Fact]
    public async Task A_change_in_one_unit_runs_again_only_it_and_its_dependents()
    {
        (await platform.RunAsync("--target=Restore")).Exits(0);
        using var plant = platform.Append("packages/catalog-sdk/src/CatalogSdk/CatalogSdk.csproj", "<!-- One more line. -->\n");

        var (run, record) = await RunRecord.OfAsync(platform, "--target=Restore");

        run.Exits(0);
        Assert.Equal(
            ["packages/catalog-sdk restore", "services/assistant restore", "services/ordering restore"],
            record.Executed.Order(StringComparer.Ordinal));
    }
}
