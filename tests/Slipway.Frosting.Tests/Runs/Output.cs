using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

public sealed class Output
{
    [Theory]
    [InlineData("GITHUB_ACTIONS", "::group::nap", "::endgroup::")]
    [InlineData("TF_BUILD", "##[group]nap", "##[endgroup]")]
    [InlineData("GITLAB_CI", "section_start:", "section_end:")]
    public async Task A_stage_is_a_group_in_the_syntax_of_the_system_that_runs_it(string variable, string begin, string end)
    {
        using var platform = new TestPlatform("shop");
        using var host = SampleHost.Start(platform, new Dictionary<string, string> { ["NAP"] = "0", [variable] = "true" }, "--target=Nap");

        Assert.Equal(0, await host.ExitAsync());
        Assert.Contains(begin, host.Output, StringComparison.Ordinal);
        Assert.Contains(end, host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_coloured_or_grouped_where_nobody_looks_on()
    {
        using var platform = new TestPlatform("shop");
        using var host = SampleHost.Start(platform, "0", "--target=Nap");

        Assert.Equal(0, await host.ExitAsync());
        Assert.DoesNotContain("\e", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("group", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("sleeping", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diagnostic_run_shows_the_tools_lines_as_they_come()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var platform = new TestPlatform("shop");
        var sleeper = new Sleeper();
        using var host = SampleHost.Start(platform, sleeper.Duration, "--target=Nap", "--verbosity=diagnostic");

        await host.SaysAsync($"    sleeping {sleeper.Duration}");

        host.Signal("TERM");
        await host.ExitAsync();
    }
}
