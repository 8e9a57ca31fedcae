using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Engine;

public sealed class ExitCodes
{
    [Fact]
    public void A_run_that_passed_is_0()
        => Assert.Equal(0, FrostingRun.Of(host => host.Task<Passes>(), "--target=Passes").ExitCode);

    [Fact]
    public void A_task_s_own_code_is_lost_because_the_engine_wraps_its_exception()
        => Assert.Equal(1, FrostingRun.Of(host => host.Task<ThrowsCode>(), "--target=ThrowsCode").ExitCode);

    [Fact]
    public void A_code_that_is_thrown_outside_the_engine_is_kept()
        => Assert.Equal(42, FrostingRun.Of(host => host.Task<Passes>().UseContext<BrokenContext>(), "--target=Passes").ExitCode);

    private sealed class Passes : FrostingTask;

    private sealed class ThrowsCode : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new CakeException(42, "with a code");
    }

    private sealed class BrokenContext : FrostingContext
    {
        public BrokenContext(ICakeContext context)
            : base(context)
            => throw new CakeException(42, "with a code");
    }
}
