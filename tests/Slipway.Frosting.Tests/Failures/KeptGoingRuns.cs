using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Failures;

public sealed class KeptGoingRuns
{
    private static readonly string _stages = Stages.That("return context.Unit.Name.Lower == \"desk\" ? StageResult.Failed(\"no\") : StageResult.Succeeded;") + """
        public sealed class AsideStage : UnitStage
        {
            public override StageName Name => new("aside");
            protected override Task<StageResult> RunAsync(StageContext context, CancellationToken token) => Task.FromResult(StageResult.Failed("nor this"));
        }
        [IsDependentOn(typeof(Probe))] public sealed class Aside : StageTask<AsideStage>;
        public sealed class LateStage : UnitStage
        {
            public override StageName Name => new("late");
            protected override Task<StageResult> RunAsync(StageContext context, CancellationToken token) => Task.FromResult(StageResult.Succeeded);
        }
        [IsDependentOn(typeof(Probe))] public sealed class Late : StageTask<LateStage>;
        [IsDependentOn(typeof(Late))] public sealed class Ship : FrostingTask { public override void Run(ICakeContext context) => Console.WriteLine("> shipped"); }
        [IsDependentOn(typeof(Late))] public sealed class All : FrostingTask;
        public sealed class Tidy : FrostingTask { public override void Run(ICakeContext context) => Console.WriteLine("> tidied"); }
        """;

    [Fact]
    public void Later_stages_are_run_and_printed_for_the_units_that_did_not_fail_and_the_exit_code_is_1()
    {
        using var platform = new TestPlatform("desk", "shop");
        var call = HostCall.On(platform, _stages, "--target=Late", "--keep-going");

        Assert.Equal(1, call.ExitCode);
        Assert.Contains("apps/desk  not run: probe did not succeed", call.Output, StringComparison.Ordinal);
        Assert.Matches(@"Late +\S+ s +1 passed, 1 not run", call.Output);
        Assert.EndsWith("FAILED apps/desk probe: no", call.Output, StringComparison.Ordinal);
        Assert.Contains("SLP3001: probe failed for apps/desk.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void All_failures_are_shown_last()
    {
        using var platform = new TestPlatform("desk", "shop");
        var call = HostCall.On(platform, _stages, "--target=Aside", "-k");

        Assert.Equal(1, call.ExitCode);
        Assert.EndsWith("FAILED apps/desk probe: no\n\nFAILED apps/shop aside: nor this", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_that_is_no_stage_does_not_run_behind_a_stage_that_failed()
    {
        using var platform = new TestPlatform("desk", "shop");
        var call = HostCall.On(platform, _stages, "--target=Ship", "--keep-going");

        Assert.Equal((1, 0), (call.ExitCode, call.Trace.Count));
    }

    [Fact]
    public void A_task_without_a_body_did_not_succeed_where_what_it_needs_failed()
    {
        using var platform = new TestPlatform("desk", "shop");
        var call = HostCall.On(platform, _stages, "--target=All", "--keep-going");

        Assert.Equal(1, call.ExitCode);
        Assert.Matches(@"All +\S+ s +failed", call.Output);
    }

    [Fact]
    public void A_task_that_needs_nothing_of_what_failed_runs()
    {
        using var platform = new TestPlatform("desk", "shop");
        var call = HostCall.On(platform, _stages, "--target=Late", "--target=Tidy", "--keep-going");

        Assert.Equal((1, "tidied"), (call.ExitCode, Assert.Single(call.Trace)));
    }

    [Fact]
    public void Without_it_the_first_failed_stage_ends_the_run()
    {
        using var platform = new TestPlatform("desk", "shop");
        var call = HostCall.On(platform, _stages, "--target=Aside");

        Assert.Equal(1, call.ExitCode);
        Assert.EndsWith("FAILED apps/desk probe: no", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bug_in_a_stage_is_70_all_the_same()
    {
        using var platform = new TestPlatform("shop");
        var call = HostCall.On(platform, Stages.That("throw new FormatException(\"a bug\");"), "--target=Probe", "--keep-going");

        Assert.Equal(70, call.ExitCode);
    }
}
