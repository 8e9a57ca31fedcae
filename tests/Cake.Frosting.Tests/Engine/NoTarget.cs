using Cake.Cli;
using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Engine;

public sealed class NoTarget
{
    // The command line always has a target; only code can ask for none.
    [Fact]
    public void Is_an_error_of_whoever_asks()
    {
        var run = FrostingRun.Of(host => host.Task<AsksForNothing>(), "--target=AsksForNothing");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("No target specified.", run.Error);
    }

    private sealed class AsksForNothing(BuildScriptHost<IFrostingContext> host) : FrostingTask
    {
        public override void Run(ICakeContext context) => host.RunTargets([]);
    }
}
