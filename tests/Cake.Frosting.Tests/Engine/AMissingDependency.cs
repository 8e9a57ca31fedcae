using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Engine;

public sealed class AMissingDependency
{
    [Fact]
    public void Fails_every_target_and_names_both_tasks()
    {
        var run = FrostingRun.Of(host => host.Task<A>().Task<Other>(), "--target=Other");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("Error: Task 'A' is dependent on task 'Z' which does not exist.", run.Error);
        Assert.Empty(run.Trace);
    }

    [Fact]
    public void Fails_the_same_way_when_it_is_declared_in_reverse()
    {
        var run = FrostingRun.Of(host => host.Task<B>().Task<Other>(), "--target=Other");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("Error: Task 'B' has specified that it's a dependency for task 'Z' which does not exist.", run.Error);
        Assert.Empty(run.Trace);
    }

    private sealed class Z(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(Z))]
    private sealed class A(Trace trace) : Traced(trace);

    [IsDependeeOf(typeof(Z))]
    private sealed class B(Trace trace) : Traced(trace);

    private sealed class Other(Trace trace) : Traced(trace);
}
