using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Failures;

public sealed class ExitCodes
{
    [Fact]
    public void A_cake_exception_keeps_its_exit_code() =>
        Assert.Equal(42, Throwing("new CakeException(42, \"forty-two\")").ExitCode);

    [Fact]
    public void A_known_failure_is_1() =>
        Assert.Equal(1, Throwing("""new KnownFailureException(new Problem { Code = "T1", Message = "no" })""").ExitCode);

    [Fact]
    public void Bad_input_is_2() =>
        Assert.Equal(2, Throwing("""new BadInputException(new Problem { Code = "T1", Message = "no" })""").ExitCode);

    [Fact]
    public void Any_other_exception_of_a_task_is_1_and_shown_once()
    {
        var call = Throwing("""new InvalidOperationException("the sky fell", new FormatException())""");

        Assert.Equal(1, call.ExitCode);
        Assert.Single((call.Output + call.Error).Split("the sky fell")[1..]);
    }

    [Fact]
    public void A_bug_in_a_stage_is_70_with_its_stack_and_how_to_report_it()
    {
        using var platform = new TestPlatform("shop");
        var call = HostCall.On(platform, Stages.That("throw new FormatException(\"a bug\");"), "--target=Probe");

        Assert.Equal(70, call.ExitCode);
        Assert.Contains("SLP9001: This is a bug of Slipway's own: a bug", call.Error, StringComparison.Ordinal);
        Assert.Contains("   at ProbeStage.", call.Error, StringComparison.Ordinal);
        Assert.Contains("mend: please report it", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_that_failed_is_1_and_its_findings_come_last_and_whole()
    {
        using var platform = new TestPlatform("shop");
        var call = HostCall.On(
            platform,
            Stages.That("""
                return StageResult.Failed("1 finding") with { Findings = [new Finding { Id = "X1", Severity = Severity.Error, Message = "wrong", File = "a.ts", Line = 3, Mend = "right it" }] };
                """),
            "--target=Probe");

        Assert.Equal(1, call.ExitCode);
        Assert.EndsWith("FAILED apps/shop probe: 1 finding\n  a.ts(3): error X1: wrong\n    mend: right it", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_whose_criteria_say_no_is_1()
    {
        var call = HostCall.Of("public sealed class Never : FrostingTask { public override bool ShouldRun(ICakeContext context) => false; }", "--target=Never");

        Assert.Equal(1, call.ExitCode);
    }

    private static HostCall Throwing(string exception) => HostCall.Of(
        $$"""public sealed class Throw : FrostingTask { public override void Run(ICakeContext context) => throw {{exception}}; }""", "--target=Throw");
}
