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
        Assert.StartsWith("SLP1105: There is no target 'Gama'.\n  mend: did you mean 'Gamma'? The targets are: Affected, Alpha, Beta, ", call.Error, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("--target=P4", "--target=P1", "--target=P2", "--target=P3")]
    [InlineData("--target=Last")]
    public void A_dry_run_has_the_order_of_the_run(params string[] targets)
    {
        const string Sources = """
            public abstract class P(string name) : FrostingTask { public override void Run(ICakeContext context) => Console.WriteLine("> " + name); }
            public sealed class P3() : P("P3");
            public sealed class P1() : P("P1");
            public sealed class P4() : P("P4");
            public sealed class P2() : P("P2");
            [IsDependeeOf(typeof(Last))] public sealed class R2() : P("R2");
            [IsDependentOn(typeof(P4))] [IsDependentOn(typeof(P2))] [IsDependentOn(typeof(P3))] public sealed class Last() : P("Last");
            [IsDependeeOf(typeof(Last))] public sealed class R1() : P("R1");
            """;
        var assembly = TaskSource.Compile(Sources);
        using var platform = new TestPlatform();

        var run = HostCall.On(platform, assembly, targets);
        var dryRun = HostCall.On(platform, assembly, [.. targets, "--dryrun"]);

        Assert.Equal(run.Trace, dryRun.Output.Split('\n').Where(line => line.Contains(". ", StringComparison.Ordinal)).Select(line => line.Split(". ")[1]));
    }
}
