using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>Ctrl-C and its like, sent to a real host whose stage runs a child process.</summary>
public sealed class StoppedRuns
{
    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public async Task A_signal_stops_everything_and_is_the_exit_code(string signal, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var platform = new TestPlatform("desk", "shop");
        var sleeper = new Sleeper();
        using var host = SampleHost.Start(platform, sleeper.Duration, "--target=Nap", "--jobs=2");
        await sleeper.AsleepAsync(2);

        host.Signal(signal);

        Assert.Equal(exitCode, await host.ExitAsync());
        Assert.Equal(0, sleeper.Alive);
        Assert.Contains("not run: cancelled while it ran", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_waits_for_the_checkout_is_stopped_too()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var platform = new TestPlatform("shop");
        var sleeper = new Sleeper();
        using var first = SampleHost.Start(platform, sleeper.Duration, "--target=Nap");
        await sleeper.AsleepAsync();
        using var second = SampleHost.Start(platform, "0", "--target=Nap");
        await second.SaysAsync("Waiting for ");

        second.Signal("INT");

        Assert.Equal(130, await second.ExitAsync());
        Assert.DoesNotContain("bug", second.Output, StringComparison.Ordinal);
        first.Signal("INT");
        await first.ExitAsync();
    }
}
