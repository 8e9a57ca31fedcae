using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.CommandLine;

public sealed class Targets
{
    private const string Tasks = """
        public sealed class Alpha : FrostingTask { public override void Run(ICakeContext context) => Console.WriteLine("> alpha"); }
        [IsDependentOn(typeof(Alpha))]
        public sealed class Beta : FrostingTask { public override void Run(ICakeContext context) => Console.WriteLine("> beta"); }
        [IsDependentOn(typeof(Alpha))]
        public sealed class Gamma : FrostingTask { public override void Run(ICakeContext context) => Console.WriteLine("> gamma"); }
        """;

    [Fact]
    public void An_unknown_target_names_the_nearest_and_lists_all()
    {
        var call = HostCall.Of(Tasks, "--target=Gama");

        Assert.Equal(2, call.ExitCode);
        Assert.StartsWith("SLP1105: There is no target 'Gama'.\n  mend: did you mean 'Gamma'? The targets are: Alpha, Beta, ", call.Error, StringComparison.Ordinal);
        Assert.Empty(call.Trace);
    }

    [Fact]
    public void Every_unknown_target_is_reported()
    {
        var call = HostCall.Of(Tasks, "--target=Gama", "--target=Bety");

        Assert.Contains("'Gama'", call.Error, StringComparison.Ordinal);
        Assert.Contains("'Bety'", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_targets_share_their_dependencies()
    {
        var call = HostCall.Of(Tasks, "--target=Gamma", "-t", "beta");

        Assert.Equal(0, call.ExitCode);
        Assert.Equal("alpha", call.Trace[0]);
        Assert.Equal(["beta", "gamma"], call.Trace.Skip(1).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_exclusive_target_runs_alone()
    {
        var call = HostCall.Of(Tasks, "--target=Gamma", "--exclusive");

        Assert.Equal((0, "gamma"), (call.ExitCode, Assert.Single(call.Trace)));
    }

    [Fact]
    public void An_exclusive_stage_runs_without_the_stages_and_gates_before_it()
    {
        using var platform = new TestPlatform("shop");
        var call = HostCall.On(
            platform,
            """
            public sealed class Gate : FrostingTask { public override void Run(ICakeContext context) => Console.WriteLine("> gate"); }
            public sealed class EarlyStage : UnitStage
            {
                public override StageName Name => new("early");
                protected override Task<StageResult> RunAsync(StageContext context, CancellationToken token) => throw new InvalidOperationException("not asked for");
            }
            public sealed class LateStage : UnitStage
            {
                public override StageName Name => new("late");
                protected override Task<StageResult> RunAsync(StageContext context, CancellationToken token)
                {
                    Console.WriteLine("> late");
                    return Task.FromResult(StageResult.Succeeded);
                }
            }
            [IsDependentOn(typeof(Gate))] public sealed class Early : StageTask<EarlyStage>;
            [IsDependentOn(typeof(Early))] public sealed class Late : StageTask<LateStage>;
            """,
            "--target=Late",
            "--exclusive");

        Assert.Equal((0, "late"), (call.ExitCode, Assert.Single(call.Trace)));
    }
}
