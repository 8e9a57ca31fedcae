using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Wiring;

public sealed class Names
{
    [Fact]
    public void Are_those_of_the_class_unless_the_task_says_otherwise()
    {
        Assert.Equal(["Plain"], FrostingRun.Of(Wire, "--target=Plain").Trace);
        Assert.Equal(["Renamed"], FrostingRun.Of(Wire, "--target=other").Trace);
        Assert.Equal("Error: The target 'Renamed' was not found.", FrostingRun.Of(Wire, "--target=Renamed").Error);
    }

    [Fact]
    public void Are_the_same_whatever_their_case()
    {
        Assert.Equal(["Plain"], FrostingRun.Of(Wire, "--target=PLAIN").Trace);
        Assert.Equal("Error: Another task with the name 'OTHER' has already been added.", FrostingRun.Of(Doubled, "--target=Plain").Error);
    }

    [Fact]
    public void Are_not_inherited()
        => Assert.Equal(["Heir"], FrostingRun.Of(host => host.Task<Heir>(), "--target=Heir").Trace);

    private static void Wire(CakeHost host) => host.Task<Plain>().Task<Renamed>();

    private static void Doubled(CakeHost host) => host.Task<Plain>().Task<Renamed>().Task<RenamedToo>();

    private sealed class Plain(Trace trace) : Traced(trace);

    [TaskName("other")]
    private class Renamed(Trace trace) : Traced(trace);

    [TaskName("OTHER")]
    private sealed class RenamedToo(Trace trace) : Traced(trace);

    private sealed class Heir(Trace trace) : Renamed(trace);
}
