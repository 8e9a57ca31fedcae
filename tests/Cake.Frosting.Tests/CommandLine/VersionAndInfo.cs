using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.CommandLine;

public sealed class VersionAndInfo
{
    [Theory]
    [InlineData("--version")]
    [InlineData("--ver")]
    public void Version_is_that_of_the_build_program(string option)
        => Assert.Equal((0, "1.2.3\n"), ChildProcess.Sample.Run(option));

    [Fact]
    public void Info_says_more_than_that()
    {
        var (exitCode, output) = ChildProcess.Sample.Run("--info");

        Assert.Equal(0, exitCode);
        Assert.Contains("Version: 1.2.3", output);
        Assert.Contains("Details: ", output);
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--info")]
    public void Both_come_before_everything_that_could_fail_or_take_time(string option)
    {
        var run = FrostingRun.Of(
            host => host.Task<Default>().UseLifetime<TracedLifetime>().InstallTool(new Uri("nobody:?package=nothing")),
            option,
            "--working=/no/such/folder");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Trace);
    }

    private sealed class Default(Trace trace) : Traced(trace);
}
