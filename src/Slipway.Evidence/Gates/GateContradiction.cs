using System.Globalization;
using Slipway.Model.Stages;

namespace Slipway.Evidence.Gates;

/// <summary>Finds what a gate's claim says against itself. Whoever signs such a claim is mistaken or lies, and a policy would count what it says.</summary>
internal static class GateContradiction
{
    // Whatever else a stage counts may be below zero, such as a change.
    private static readonly string[] Counts = ["passed", "failed", "skipped", "flaky", "findings", "tests", "cases", "total"];
    private static readonly string[] Wholes = ["tests", "cases", "total"];

    public static IEnumerable<string> In(GateClaim claim)
    {
        foreach (var (name, number) in claim.Numbers.Where(number => Counts.Contains(Word(number.Key))))
        {
            if (number < 0 || Math.Floor(number) != number)
                yield return $"It counts {Told(number)} {name}, and nothing can be there so often.";
        }
        foreach (var (name, part) in claim.Numbers.Where(number => Word(number.Key) is "passed" or "failed" or "skipped"))
        {
            foreach (var whole in Wholes.Select(word => name[..^Word(name).Length] + word))
            {
                if (claim.Numbers.TryGetValue(whole, out var all) && part > all) yield return $"It counts {Told(part)} {name} of {Told(all)} {whole}.";
            }
        }
        if (Differs(claim, "passed", claim.PassedTests.Length + claim.WarnedTests.Length) is { } passed) yield return passed;
        if (Differs(claim, "failed", claim.FailedTests.Length) is { } failed) yield return failed;
        if (Differs(claim, "flaky", claim.WarnedTests.Length) is { } flaky) yield return flaky;
        var failures = Math.Max(claim.FailedTests.Length, claim.Numbers.GetValueOrDefault("failed"));
        if (claim.Outcome is StageOutcome.Succeeded && failures > 0) yield return $"It tells of {Told(failures)} failed, and says that it succeeded.";
        if (claim.Outcome is StageOutcome.Skipped && (claim.PassedTests.Length > 0 || claim.Numbers.GetValueOrDefault("passed") > 0)) yield return "It says that it was skipped, and that something passed.";
    }

    private static string? Differs(GateClaim claim, string name, int listed) => claim.Numbers.TryGetValue(name, out var count) && count != listed
        ? string.Create(CultureInfo.InvariantCulture, $"It counts {Told(count)} {name}, and names {listed}.")
        : null;

    // Several suites in one gate say whose number it is: chat.passed.
    private static string Word(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static string Told(double number) => number.ToString(CultureInfo.InvariantCulture);
}
