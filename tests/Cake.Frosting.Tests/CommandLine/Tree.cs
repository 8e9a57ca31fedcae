using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.CommandLine;

public sealed class Tree
{
    [Theory]
    [InlineData("--tree")]
    [InlineData("--showtree")]
    public Task Prints_what_nobody_depends_on_Default_first_and_the_rest_by_name(string option)
        => Verifier.Verify(FrostingRun.Of(Wire, option).Output).UseTextForParameters("tree");

    [Fact]
    public void Ignores_the_target_runs_nothing_and_exits_with_0()
    {
        var run = FrostingRun.Of(host => Wire(host.UseLifetime<TracedLifetime>()), "--tree", "--target=Nobody");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Trace);
    }

    [Fact]
    public void Wins_over_description()
        => Assert.Equal(FrostingRun.Of(Wire, "--tree").Output, FrostingRun.Of(Wire, "--description", "--tree").Output);

    [Fact]
    public void Of_a_cycle_of_three_never_ends()
    {
        const int enough = 100;

        var lines = ChildProcess.Sample.FirstLines(enough, "--tree", "--cycle");

        Assert.Equal(enough, lines.Count);
        Assert.InRange(lines.Count(line => line.EndsWith("Two", StringComparison.Ordinal)), 20, enough);
    }

    private static void Wire(CakeHost host) => host.Task<Alone>().Task<Zulu>().Task<Leaf>().Task<Default>().Task<Middle>();

    private sealed class Alone(Trace trace) : Traced(trace);

    private sealed class Leaf(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(Leaf))]
    private sealed class Middle(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(Middle))]
    private sealed class Default(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(Leaf))]
    [IsDependentOn(typeof(Middle))]
    private sealed class Zulu(Trace trace) : Traced(trace);
}
