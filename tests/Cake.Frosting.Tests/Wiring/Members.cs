using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Wiring;

public sealed class Members
{
    [Fact]
    public void That_nobody_overrides_are_not_attached()
    {
        var run = FrostingRun.Of(host => host.Task<Inspects>().Task<Bare>().Task<Full>(), "--target=Inspects");

        Assert.Equal(
            [
                "Bare: actions 0, criteria 0, handler False, finally False",
                "Full: actions 1, criteria 1, handler True, finally True",
            ],
            run.Trace);
    }

    [Fact]
    public void Of_a_class_that_implements_the_interface_by_itself_are_refused()
    {
        var run = FrostingRun.Of(host => host.Task<Direct>(), "--target=Direct");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("This method expects all IFrostingTask to be instances of FrostingTask or AsyncFrostingTask.", run.Error);
    }

    private sealed class Inspects(ICakeEngine engine, Trace trace) : FrostingTask
    {
        public override void Run(ICakeContext context)
        {
            foreach (var task in engine.Tasks.OfType<CakeTask>().Where(task => task.Name != nameof(Inspects)))
            {
                trace.Add(
                    $"{task.Name}: actions {task.Actions.Count}, criteria {task.Criterias.Count}, "
                    + $"handler {task.ErrorHandler is not null}, finally {task.FinallyHandler is not null}");
            }
        }
    }

    private sealed class Bare : FrostingTask;

    private sealed class Full : AsyncFrostingTask
    {
        public override Task RunAsync(ICakeContext context) => Task.CompletedTask;

        public override bool ShouldRun(ICakeContext context) => true;

        public override void OnError(Exception exception, ICakeContext context)
        {
        }

        public override void Finally(ICakeContext context)
        {
        }
    }

    private sealed class Direct : IFrostingTask
    {
        public Task RunAsync(ICakeContext context) => Task.CompletedTask;

        public bool ShouldRun(ICakeContext context) => true;

        public void OnError(Exception exception, ICakeContext context)
        {
        }

        public void Finally(ICakeContext context)
        {
        }
    }
}
