using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Engine;

public sealed class SeveralTargets
{
    private static readonly string[] Both = ["--target=Left", "--target=Right"];

    [Fact]
    public void Are_one_graph_with_each_task_once()
    {
        var run = FrostingRun.Of(Wire, Both);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["setup of Shared Left Right", "Shared", "Left", "Right", "teardown, successful: True"], run.Trace);
    }

    [Fact]
    public void Run_their_shared_tasks_again_when_the_build_opts_out_and_setup_sees_the_first_only()
    {
        var run = FrostingRun.Of(
            host => Wire(host.UseCakeSetting("Settings_UnifiedDependencyGraphForMultipleTargets", "false")),
            Both);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["setup of Shared Left", "Shared", "Left", "Shared", "Right", "teardown, successful: True"], run.Trace);
    }

    private static void Wire(CakeHost host) => host.Task<Shared>().Task<Left>().Task<Right>().UseLifetime<TracedLifetime>();

    private sealed class Shared(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(Shared))]
    private sealed class Left(Trace trace) : Traced(trace);

    [IsDependentOn(typeof(Shared))]
    private sealed class Right(Trace trace) : Traced(trace);
}
