using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Wiring;

public sealed class Dependencies
{
    [Fact]
    public void May_be_declared_from_either_end()
    {
        var run = FrostingRun.Of(host => host.Task<Goal>().Task<Before>().Task<Joins>(), "--target=Goal");

        Assert.Equal(["Before", "Joins", "Goal"], run.Trace);
    }

    [Fact]
    public void Must_be_tasks()
    {
        Assert.Equal(
            "Error: The dependency 'String' is not a valid task.",
            FrostingRun.Of(host => host.Task<OnText>(), "--target=OnText").Error);
        Assert.Equal(
            "Error: The reverse dependency 'String' is not a valid task.",
            FrostingRun.Of(host => host.Task<OfText>(), "--target=OfText").Error);
    }

    [Fact]
    public void Must_not_be_declared_twice()
    {
        Assert.Equal(
            "Error: The task 'Twice' already have a dependency on 'Before'.",
            FrostingRun.Of(host => host.Task<Before>().Task<Twice>(), "--target=Twice").Error);
        Assert.Equal(
            "Error: The task 'TwiceInReverse' already is a dependee of 'Before'.",
            FrostingRun.Of(host => host.Task<Before>().Task<TwiceInReverse>(), "--target=Before").Error);
    }

    [Fact]
    public void Are_inherited()
    {
        var run = FrostingRun.Of(host => host.Task<Before>().Task<Heir>(), "--target=Heir");

        Assert.Equal(["Before", "Heir"], run.Trace);
    }

    private sealed class Before(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(Before))]
    private class Goal(Trace trace) : Traced(trace);

    [IsDependeeOf(typeof(Goal))]
    private sealed class Joins(Trace trace) : Traced(trace);

    private sealed class Heir(Trace trace) : Goal(trace);

    [IsDependentOn(typeof(string))]
    private sealed class OnText(Trace trace) : Traced(trace);

    [IsDependeeOf(typeof(string))]
    private sealed class OfText(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(Before))]
    [IsDependentOn(typeof(Before))]
    private sealed class Twice(Trace trace) : Traced(trace);

    [IsDependeeOf(typeof(Before))]
    [IsDependeeOf(typeof(Before))]
    private sealed class TwiceInReverse(Trace trace) : Traced(trace);
}
