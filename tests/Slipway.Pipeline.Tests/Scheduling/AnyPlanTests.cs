using CsCheck;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Pipeline.Tests.Scheduling;

/// <summary>What holds for every plan, whatever fails in it: the same outcomes and the same report as if one thing ran after another.</summary>
public sealed class AnyPlanTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(1);

    [Fact]
    public Task Failing_fast_it_reports_what_a_sequential_run_reports() =>
        AnyPlan.Sketches.SampleAsync(sketch => RunAsync(sketch, keepGoing: false), iter: 1000);

    [Fact]
    public Task Keeping_going_it_reports_what_a_sequential_run_reports() =>
        AnyPlan.Sketches.SampleAsync(sketch => RunAsync(sketch, keepGoing: true), iter: 1000);

    private static async Task RunAsync(AnyPlan sketch, bool keepGoing)
    {
        var plan = sketch.Plan();
        var runner = new AnyRunner(sketch);
        var scheduler = new Scheduler(plan, runner, new SchedulerOptions { Jobs = sketch.Jobs, KeepGoing = keepGoing, Expected = sketch.Expected });
        scheduler.Start();
        scheduler.Open(AnyPlan.Gate);
        await Task.WhenAll(scheduler.Nodes.Select(node => node.Completion)).WaitAsync(_limit, TestContext.Current.CancellationToken);
        await scheduler.DisposeAsync().AsTask().WaitAsync(_limit, TestContext.Current.CancellationToken);

        Assert.Equal(SequentialRun.Of(plan, sketch, keepGoing), SequentialRun.Report(scheduler.Results));
        Assert.Null(runner.Broken);
        Assert.Equal(runner.Ran.Count, runner.Ran.Distinct().Count());
        Assert.True(runner.MostAtOnce <= sketch.Jobs, $"{runner.MostAtOnce} ran at once");
    }
}
