using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Wiring;

public sealed class Contexts
{
    [Fact]
    public void Are_Frosting_s_own_unless_the_build_has_one()
        => Assert.Equal([nameof(FrostingContext)], FrostingRun.Of(host => host.Task<Tells>(), "--target=Tells").Trace);

    [Fact]
    public void Are_the_last_that_was_registered()
    {
        var run = FrostingRun.Of(host => host.Task<Tells>().UseContext<First>().UseContext<Second>(), "--target=Tells");

        Assert.Equal([nameof(Second)], run.Trace);
    }

    [Fact]
    public void Reach_a_task_that_asks_for_them_by_type()
    {
        var run = FrostingRun.Of(host => host.Task<Sync>().Task<Async>().UseContext<First>(), "--target=Sync", "--target=Async");

        Assert.Equal(["async First", "sync First"], run.Trace.Order());
    }

    [Fact]
    public void That_do_not_fit_drop_the_task_with_a_warning_so_that_it_is_not_found()
    {
        var run = FrostingRun.Of(host => host.Task<Sync>().UseContext<Second>(), "--target=Sync");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"Task cannot be used since the context isn't convertible to {typeof(First).FullName}.", run.Output + run.Error);
        Assert.EndsWith("Error: The target 'Sync' was not found.", run.Error);
    }

    [Fact]
    public void Behind_a_base_class_of_the_build_s_own_are_not_seen_so_that_every_target_fails_without_a_reason()
    {
        var run = FrostingRun.Of(host => host.Task<Deep>().Task<Tells>().UseContext<Second>(), "--target=Tells");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("Error: Object reference not set to an instance of an object.", run.Error);
        Assert.Empty(run.Trace);
    }

    private sealed class First(ICakeContext context) : FrostingContext(context);

    private sealed class Second(ICakeContext context) : FrostingContext(context);

    private sealed class Tells(Trace trace) : FrostingTask
    {
        public override void Run(ICakeContext context) => trace.Add(context.GetType().Name);
    }

    private sealed class Sync(Trace trace) : FrostingTask<First>
    {
        public override void Run(First context) => trace.Add($"sync {context.GetType().Name}");
    }

    private sealed class Async(Trace trace) : AsyncFrostingTask<First>
    {
        public override async Task RunAsync(First context)
        {
            await Task.Yield();
            trace.Add($"async {context.GetType().Name}");
        }
    }

    private abstract class OfThisBuild : FrostingTask<First>
    {
        public override void Run(First context)
        {
        }
    }

    private sealed class Deep : OfThisBuild;
}
