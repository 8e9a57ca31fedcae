using System.Collections.Immutable;
using Slipway.Model.Stages;

namespace Slipway.Pipeline.Stages;

/// <summary>Makes results out of what was found.</summary>
internal static class Verdict
{
    /// <summary>Fails on errors, and on warnings too where the platform says so.</summary>
    public static StageResult Of(ImmutableArray<Finding> findings, bool warningsFail)
    {
        var failing = findings.Count(finding => finding.Severity == Severity.Error || (warningsFail && finding.Severity == Severity.Warning));
        var outcome = failing == 0 ? StageOutcome.Success : StageOutcome.Fail(Count(failing, "finding"));
        return new StageResult { Outcome = outcome, Findings = findings }.With("findings", findings.Length);
    }

    public static StageResult With(this StageResult result, string number, double value) =>
        result with { Numbers = result.Numbers.SetItem(number, value) };

    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
