using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.CommandLine;

public sealed class Exclusive
{
    [Theory]
    [InlineData("--exclusive")]
    [InlineData("-e")]
    public void Runs_the_target_alone_while_setup_still_sees_the_whole_list(string option)
    {
        var run = FrostingRun.Of(host => host.Task<Before>().Task<Default>().UseLifetime<TracedLifetime>(), option);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["setup of Before Default", "Default", "teardown, successful: True"], run.Trace);
    }

    private sealed class Before(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(Before))]
    private sealed class Default(Trace trace) : Traced(trace);
}
