using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Engine;

public sealed class ACycle
{
    [Fact]
    public void Of_one_task_fails_every_target()
    {
        var run = FrostingRun.Of(host => host.Task<Self>().Task<Other>(), "--target=Other");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("Error: Reflexive edges in graph are not allowed.", run.Error);
    }

    [Fact]
    public void Of_two_tasks_fails_every_target()
    {
        var run = FrostingRun.Of(host => host.Task<Left>().Task<Right>().Task<Other>(), "--target=Other");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("Error: Unidirectional edges in graph are not allowed.", run.Error);
        Assert.Contains("Left", run.Error);
        Assert.Contains("Right", run.Error);
    }

    [Fact]
    public void Of_three_tasks_fails_a_target_that_reaches_it_without_saying_where_it_is()
    {
        var run = FrostingRun.Of(host => host.Task<A>().Task<B>().Task<C>().Task<Other>(), "--target=A");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("Error: Graph contains circular references.", run.Error);
        Assert.Empty(run.Trace);
    }

    [Fact]
    public void Of_three_tasks_goes_unnoticed_where_the_target_does_not_reach_it()
    {
        var run = FrostingRun.Of(host => host.Task<A>().Task<B>().Task<C>().Task<Other>(), "--target=Other");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["Other"], run.Trace);
    }

    [IsDependentOn(typeof(Self))]
    private sealed class Self(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(Right))]
    private sealed class Left(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(Left))]
    private sealed class Right(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(B))]
    private sealed class A(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(C))]
    private sealed class B(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(A))]
    private sealed class C(Trace trace) : Traced(trace);

    private sealed class Other(Trace trace) : Traced(trace);
}
