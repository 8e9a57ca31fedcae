using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.CommandLine;

public sealed class Description
{
    [Theory]
    [InlineData("--description")]
    [InlineData("--descriptions")]
    [InlineData("--showdescription")]
    [InlineData("--showdescriptions")]
    public Task Lists_every_task_with_what_it_says_of_itself(string option)
        => Verifier.Verify(FrostingRun.Of(Wire, option).Output).UseTextForParameters("table");

    [Fact]
    public void Runs_nothing()
        => Assert.Empty(FrostingRun.Of(host => Wire(host.UseLifetime<TracedLifetime>()), "--description").Trace);

    private static void Wire(CakeHost host) => host.Task<Silent>().Task<Compile>();

    private sealed class Silent(Trace trace) : Traced(trace);

    [TaskName("compile-it")]
    [TaskDescription("Compiles everything.")]
    private sealed class Compile(Trace trace) : Traced(trace);
}
