using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Stages.Tests;

internal static class TestVerdict
{
    /// <summary>Fails on a failed test and, since nothing was proved then, where not one was executed.</summary>
    public static StageResult Of(ImmutableArray<TestCase> tests)
    {
        var failed = tests.Count(test => test.Outcome == TestOutcome.Failed);
        var flaky = tests.Count(test => test.Outcome == TestOutcome.Flaky);
        var passed = tests.Count(test => test.Outcome == TestOutcome.Passed) + flaky;
        var outcome = (failed, passed) switch
        {
            ( > 0, _) => StageOutcome.Fail($"{Verdict.Count(failed, "test")} failed"),
            (_, 0) => StageOutcome.Fail("no test was executed"),
            _ => StageOutcome.Success,
        };
        var result = new StageResult { Outcome = outcome, Tests = tests }
            .With("passed", passed)
            .With("failed", failed)
            .With("skipped", tests.Length - passed - failed);
        return flaky == 0 ? result : result.With("flaky", flaky);
    }

    /// <summary>What a unit without tests of this sort comes to.</summary>
    public static StageResult None(StageContext context, TestRequirement requirement, string mend)
    {
        if (!requirement.Required) return StageResult.Skipped($"it has none: {requirement.Reason}");
        var finding = new Finding
        {
            Id = Codes.NoTests,
            Severity = Severity.Error,
            Message = $"{context.Unit.Id} has no {context.Stage} tests, and a unit that nothing tests cannot be released.",
            File = context.Unit.Root,
            Mend = mend,
        };
        return StageResult.Failed($"there are no {context.Stage} tests") with { Findings = [finding] };
    }
}
