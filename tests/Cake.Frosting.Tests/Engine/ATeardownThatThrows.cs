using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Engine;

public sealed class ATeardownThatThrows
{
    [Fact]
    public void Alone_is_thrown_as_it_is_so_there_is_no_summary()
    {
        var run = FrostingRun.Of(host => host.Task<Passes>().UseTeardown<Broken>(), "--target=Passes");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["Passes"], run.Trace);
        Assert.Empty(run.Report);
        Assert.Contains("Error: teardown broke", run.Error);
    }

    [Fact]
    public void After_another_error_is_only_logged()
    {
        var run = FrostingRun.Of(host => host.Task<Breaks>().UseTeardown<Broken>(), "--target=Breaks");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Breaks Failed", run.Report);
        Assert.Contains("teardown broke", run.Error);
        Assert.EndsWith("Error: Breaks broke", run.Error);
    }

    private sealed class Passes(Trace trace) : Traced(trace);

    private sealed class Breaks(Trace trace) : Failing(trace);

    private sealed class Broken : FrostingTeardown
    {
        public override void Teardown(ICakeContext context, ITeardownContext info) => throw new InvalidOperationException("teardown broke");
    }
}
