using Cake.Common;
using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.CommandLine;

public sealed class Target
{
    [Theory]
    [InlineData("--target=One")]
    [InlineData("--target", "One")]
    [InlineData("-t", "One")]
    [InlineData("--Target=One")]
    [InlineData("--target=oNE")]
    public void Is_the_task_to_run_whatever_its_case(params string[] args)
        => Assert.Equal(["One"], FrostingRun.Of(Wire, args).Trace);

    [Fact]
    public void Is_Default_when_nothing_is_said()
        => Assert.Equal(["Default"], FrostingRun.Of(Wire).Trace);

    [Fact]
    public void May_be_given_several_times()
        => Assert.Equal(["Default", "One"], FrostingRun.Of(Wire, "--target=One", "--target=Default").Trace.Order());

    [Fact]
    public void Is_an_argument_of_the_build_too()
        => Assert.Contains("Tells, One", FrostingRun.Of(Wire, "--target=Tells", "-t", "One").Trace);

    private static void Wire(CakeHost host) => host.Task<Default>().Task<One>().Task<Tells>();

    private sealed class Default(Trace trace) : Traced(trace);

    private sealed class One(Trace trace) : Traced(trace);

    private sealed class Tells(Trace trace) : Traced(trace)
    {
        public override void Run(ICakeContext context) => Trace.Add(string.Join(", ", context.Arguments<string>("target")));
    }
}
