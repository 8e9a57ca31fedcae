using Cake.Frosting;
using Slipway.Build.Packing;
using Slipway.Frosting;
using Slipway.Frosting.CommandLine;

namespace Slipway.Build.Testing;

[TaskName("Test")]
[TaskDescription("Build and run every test project of this repository, but for its rare checks")]
[IsDependentOn(typeof(PackTask))]
[TaskOption("project", "Only test projects whose name contains this text")]
public sealed class TestTask : AsyncFrostingTask<SlipwayContext>
{
    public override Task RunAsync(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return TestRun.RunAsync(context, TestSelection.Routine);
    }
}
