namespace Slipway.Model.Stages;

public enum TestOutcome
{
    Passed,
    Failed,
    Skipped,
}
