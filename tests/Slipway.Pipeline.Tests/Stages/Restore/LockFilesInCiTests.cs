using Slipway.Model.Problems;

namespace Slipway.Pipeline.Tests.Stages.Restore;

public sealed class LockFilesInCiTests : IDisposable
{
    private readonly LockPlatform _platform = new LockPlatform().Service("cart").Service("shop").App("desk");

    [Fact]
    public async Task Each_that_is_missing_or_out_of_date_is_named_with_its_mend_and_none_is_written()
    {
        _platform.Write("services/cart/packages.lock.json", "cart").Write("package-lock.json", """{ "packages": { "": {} } }""").Commit();

        var failure = await Assert.ThrowsAsync<BadInputException>(() => _platform.SettleAsync(builder: "ci"));

        Assert.Equal(
            """
            services/shop/packages.lock.json: SLP3005: The lock file is missing, so what CI installs would be decided by the registry.
              mend: run ./build.sh --target=Restore on your machine and commit the lock file
            package-lock.json: SLP3005: The lock file lacks apps/desk, so what CI installs would be decided by the registry.
              mend: run ./build.sh --target=Restore on your machine and commit the lock file
            """.ReplaceLineEndings("\n"),
            failure.Message);
        Assert.Empty(_platform.Calls);
    }

    [Fact]
    public async Task What_lies_there_and_is_not_committed_does_not_count_the_build_host_s_included()
    {
        Whole().Commit().Service("till")
            .Write("services/till/packages.lock.json", "till")
            .Write("build/packages.lock.json", "host");

        var failure = await Assert.ThrowsAsync<BadInputException>(() => _platform.SettleAsync(builder: "ci"));

        Assert.Equal(["build/packages.lock.json", "services/till/packages.lock.json"], failure.Problems.Select(problem => problem.File));
        Assert.All(failure.Problems, problem => Assert.StartsWith("The lock file is not committed", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_committed_passes_and_calls_no_tool()
    {
        Whole().Write("build/packages.lock.json", "host").Commit();

        Assert.False(await _platform.SettleAsync(builder: "ci"));

        Assert.Empty(_platform.Calls);
    }

    [Fact]
    public async Task A_robot_that_asks_for_new_ones_gets_them()
    {
        Whole().Commit();
        _platform.Tool = _ => 0;

        Assert.False(await _platform.SettleAsync(new() { Anew = true }, builder: "ci"));

        Assert.Equal(["dotnet", "npm"], _platform.Calls.Select(call => call.FileName));
    }

    public void Dispose() => _platform.Dispose();

    private LockPlatform Whole() => _platform
        .Write("services/cart/packages.lock.json", "cart").Write("services/shop/packages.lock.json", "shop")
        .Write("package-lock.json", """{ "packages": { "": {}, "apps/desk": {} } }""");
}
