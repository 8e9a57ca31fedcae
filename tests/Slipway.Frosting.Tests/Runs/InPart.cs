using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>A stage that passed without one of its checks: nobody may take that for a whole pass.</summary>
public sealed class InPart
{
    private static readonly string _tasks = Stages.That("""
        return StageResult.Succeeded with { SkippedChecks = [new SkippedCheck { What = "advisories", Why = "the feed has none" }] };
        """);

    [Fact]
    public void The_table_says_so_and_the_reason_stands_once_below_it()
    {
        using var platform = new TestPlatform("shop", "store");
        var tasks = TaskSource.Compile(_tasks);

        var first = HostCall.On(platform, tasks, "--target=Probe");
        var second = HostCall.On(platform, tasks, "--target=Probe");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("  2 passed (2 in part)\n", first.Output, StringComparison.Ordinal);
        Assert.Contains("  2 replayed (2 in part)\n", second.Output, StringComparison.Ordinal);
        Assert.All([first, second], call =>
        {
            Assert.EndsWith("In part, because a check could not be done:\n  probe  advisories: the feed has none (2 units)", call.Output, StringComparison.Ordinal);
            Assert.Contains(", in part: without advisories\n", call.Output, StringComparison.Ordinal);
            Assert.Single(call.Output.Split("the feed has none").Skip(1));
        });
    }

    [Fact]
    public void Records_and_the_summary_of_the_run_say_it_too()
    {
        using var platform = new TestPlatform("shop");

        HostCall.On(platform, _tasks, "--target=Probe");

        string[] files = [Path.Join(platform.Artifacts, "reports/apps/shop/probe.json"), Assert.Single(Directory.GetFiles(Path.Join(platform.Artifacts, "runs")))];
        Assert.All(files, file => Assert.Contains("\"what\": \"advisories\"", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public void A_whole_pass_is_told_in_no_more_words_than_before()
    {
        using var platform = new TestPlatform("shop");

        var call = HostCall.On(platform, Stages.That("return StageResult.Succeeded;"), "--target=Probe");

        Assert.EndsWith("1 passed", call.Output, StringComparison.Ordinal);
    }
}
