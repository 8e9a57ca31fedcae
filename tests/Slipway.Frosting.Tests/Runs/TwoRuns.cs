using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>Two runs in one checkout.</summary>
public sealed class TwoRuns
{
    [Fact]
    public async Task The_second_waits_and_says_for_whom()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var platform = new TestPlatform("shop");
        var sleeper = new Sleeper();
        using var first = SampleHost.Start(platform, sleeper.Duration, "--target=Nap");
        await sleeper.AsleepAsync();
        using var second = SampleHost.Start(platform, "0", "--target=Nap");
        await second.SaysAsync("Waiting for ./build.sh --target=Nap (process ");

        first.Signal("TERM");

        Assert.Equal(143, await first.ExitAsync());
        Assert.Equal(0, await second.ExitAsync());
    }

    [Fact]
    public async Task The_second_is_bad_usage_when_it_may_not_wait()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var platform = new TestPlatform("shop");
        var sleeper = new Sleeper();
        using var first = SampleHost.Start(platform, sleeper.Duration, "--target=Nap");
        await sleeper.AsleepAsync();
        using var second = SampleHost.Start(platform, "0", "--target=Nap", "--no-wait");

        Assert.Equal(2, await second.ExitAsync());
        Assert.Contains("This checkout is in use by ./build.sh --target=Nap", second.Output, StringComparison.Ordinal);
        first.Signal("TERM");
        await first.ExitAsync();
    }

    [Fact]
    public async Task A_dry_run_and_a_tree_wait_for_nobody()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var platform = new TestPlatform("shop");
        var sleeper = new Sleeper();
        using var first = SampleHost.Start(platform, sleeper.Duration, "--target=Nap");
        await sleeper.AsleepAsync();
        using var dryRun = SampleHost.Start(platform, "0", "--target=Nap", "--dryrun", "--no-wait");
        using var tree = SampleHost.Start(platform, "0", "--tree", "--no-wait");

        Assert.Equal((0, 0), (await dryRun.ExitAsync(), await tree.ExitAsync()));
        first.Signal("TERM");
        await first.ExitAsync();
    }
}
