using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Failures;

public sealed class ForgivenFailures
{
    [Fact]
    public void A_task_that_continues_on_error_keeps_exit_0_and_later_tasks_run()
    {
        var call = HostCall.Of(
            """
            [ContinueOnError] public sealed class Flaky : FrostingTask { public override void Run(ICakeContext context) => throw new CakeException(42, "flaky"); }
            [IsDependentOn(typeof(Flaky))] public sealed class Go : FrostingTask { public override void Run(ICakeContext context) => Console.WriteLine("> go"); }
            """,
            "--target=Go");

        Assert.Equal((0, "go"), (call.ExitCode, Assert.Single(call.Trace)));
    }

    [Theory]
    [InlineData("[ContinueOnError]", "")]
    [InlineData("", "public override void OnError(Exception exception, ICakeContext context) { }")]
    public void Stages_after_a_task_that_forgives_its_failure_still_run(string attribute, string member)
    {
        using var platform = new TestPlatform("shop");
        var call = HostCall.On(
            platform,
            Stages.That("Console.WriteLine(\"> probe\"); return StageResult.Succeeded;") + $$"""
            {{attribute}} [IsDependeeOf(typeof(Probe))] public sealed class Flaky : FrostingTask
            {
                public override void Run(ICakeContext context) => throw new CakeException(42, "flaky");
                {{member}}
            }
            """,
            "--target=Probe");

        Assert.Equal((0, "probe"), (call.ExitCode, Assert.Single(call.Trace)));
    }

    [Fact]
    public void The_exit_code_is_that_of_the_failure_that_was_not_forgiven()
    {
        var call = HostCall.Of(
            """
            [ContinueOnError] public sealed class Flaky : FrostingTask { public override void Run(ICakeContext context) => throw new CakeException(42, "flaky"); }
            [IsDependentOn(typeof(Flaky))] public sealed class Go : FrostingTask { public override void Run(ICakeContext context) => throw new CakeException(43, "stop"); }
            """,
            "--target=Go");

        Assert.Equal(43, call.ExitCode);
    }

    [Fact]
    public void A_stage_that_forgives_its_failure_lets_the_later_ones_run()
    {
        using var platform = new TestPlatform("shop");
        var call = HostCall.On(
            platform,
            Stages.That("return StageResult.Failed(\"no\");").Replace("public sealed class Probe ", "[ContinueOnError] public sealed class Probe ", StringComparison.Ordinal) + """
            public sealed class LateStage : UnitStage
            {
                public override StageName Name => new("late");
                protected override Task<StageResult> RunAsync(StageContext context, CancellationToken token)
                {
                    Console.WriteLine("> late");
                    return Task.FromResult(StageResult.Succeeded);
                }
            }
            [IsDependentOn(typeof(Probe))] public sealed class Late : StageTask<LateStage>;
            """,
            "--target=Late");

        Assert.Equal((0, "late"), (call.ExitCode, Assert.Single(call.Trace)));
    }
}
