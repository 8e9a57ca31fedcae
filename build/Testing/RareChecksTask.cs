using Cake.Frosting;
using Slipway.Build.Packing;
using Slipway.Frosting;
using Slipway.Frosting.CommandLine;

namespace Slipway.Build.Testing;

[TaskName("RareChecks")]
[TaskDescription("Build and run the tests of this repository that Test leaves out, because they take long")]
[IsDependentOn(typeof(PackTask))]
[TaskOption("project", "Only test projects whose name contains this text")]
public sealed class RareChecksTask : AsyncFrostingTask<SlipwayContext>
{
    public override Task RunAsync(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return TestRun.RunAsync(context, TestSelection.Rare);
    }
}
