namespace Slipway.Model.Stages;

public enum TestOutcome
{
    Passed,
    Failed,
    Skipped,

    /// <summary>It failed, is declared flaky, and passed when it was run again. Counts as passed.</summary>
    Flaky,
}
