using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Engine;

public sealed class ATaskSetupThatThrows
{
    [Fact]
    public void Fails_the_run_whatever_the_task_says_of_its_own_errors()
    {
        var run = FrostingRun.Of(
            host => host.Task<Before>().Task<Default>().UseTaskSetup<Broken>().UseTaskTeardown<Ending>());

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["Before", "teardown of Before", "teardown of Default"], run.Trace);
        Assert.Equal(["Before Succeeded"], run.Report);
        Assert.Contains("Error: no setup for Default", run.Error);
    }

    private sealed class Before(Trace trace) : Traced(trace);

    [ContinueOnError]
    [IsDependentOn(typeof(Before))]
    private sealed class Default(Trace trace) : Traced(trace);

    private sealed class Broken : FrostingTaskSetup
    {
        public override void Setup(ICakeContext context, ITaskSetupContext info)
        {
            if (info.Task.Name == "Default")
            {
                throw new InvalidOperationException("no setup for Default");
            }
        }
    }

    private sealed class Ending(Trace trace) : FrostingTaskTeardown
    {
        public override void Teardown(ICakeContext context, ITaskTeardownContext info) => trace.Add($"teardown of {info.Task.Name}");
    }
}
