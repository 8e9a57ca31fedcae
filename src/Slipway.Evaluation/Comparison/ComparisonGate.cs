using System.Collections.Immutable;
using System.Globalization;

namespace Slipway.Evaluation.Comparison;

/// <summary>
/// Decides whether a candidate is no worse than its baseline. Recorded answers do not vary, so any case that is newly lost is a real
/// loss. Live answers vary: for them the paired non-inferiority test takes this rule's place, behind the same call.
/// </summary>
public static class ComparisonGate
{
    private const string Bless = "Look at the answers; when they are right, store this run as the new baseline.";

    public static Comparison Compare(Scoreboard candidate, Scoreboard? baseline, GatePolicy policy)
    {
        var before = (baseline?.Cases ?? []).ToDictionary(score => score.Id, StringComparer.Ordinal);
        var facts = new Comparison
        {
            Verdict = GateVerdict.Pass,
            Reason = "",
            Metrics = MetricComparer.Compare(candidate, before, policy),
            Lost = [.. candidate.Cases.Where(now => now is { Scored: true, Passed: false } && Passed(before, now.Id) is true).Select(now => now.Id)],
            Won = [.. candidate.Cases.Where(now => now.Passed && Passed(before, now.Id) is false).Select(now => now.Id)],
        };
        return Decide(candidate, baseline, before.Keys, facts);
    }

    private static Comparison Decide(Scoreboard candidate, Scoreboard? baseline, IReadOnlyCollection<string> known, Comparison facts)
    {
        if (candidate.Cases.IsEmpty) return Say(facts, GateVerdict.Invalid, "no case ran", "A suite that asks nothing proves nothing: add cases.");

        if (Ids(candidate.Cases.Where(now => now.BrokeMustPass).Select(now => now.Id)) is { } broken)
            return Say(facts, GateVerdict.Regressed, $"must-pass: {broken}", "Mend the candidate: a case that must pass has no waiver.");
        if (Ids(facts.Lost) is { } lost)
            return Say(facts, GateVerdict.Regressed, $"lost since the baseline: {lost}", "Mend the candidate, or accept the loss by storing a new baseline.");
        if (baseline is not null && Ids(candidate.Cases.Where(now => now is { Scored: true, Passed: false } && !known.Contains(now.Id)).Select(now => now.Id)) is { } failing)
            return Say(facts, GateVerdict.Regressed, $"new and failing: {failing}", Bless);
        if (Worst(facts, GateVerdict.Regressed) is { } dropped)
            return Say(facts, GateVerdict.Regressed, $"{dropped.Metric}: {dropped.Reason}", "Mend the candidate, or declare a wider margin in a reviewed commit.");

        if (Ids(candidate.Cases.Where(now => !now.Scored).Select(now => now.Id)) is { } unscored)
            return Say(facts, GateVerdict.Invalid, $"unscored: {unscored}", "Give these cases an answer: what was not seen cannot pass.");
        if (baseline is null) return Say(facts, GateVerdict.Inconclusive, "no baseline is stored to compare with", Bless);
        if (baseline.Dataset != candidate.Dataset || baseline.Repeats != candidate.Repeats)
            return Say(facts, GateVerdict.Invalid, "the baseline was made over other cases, checks or repeats", Bless);
        if (Worst(facts, GateVerdict.Inconclusive) is { } unsure)
            return Say(facts, GateVerdict.Inconclusive, $"{unsure.Metric}: {unsure.Reason}", "Add cases to this metric.");

        var count = string.Create(CultureInfo.InvariantCulture, $"{candidate.Cases.Count(now => now.Passed)} of {candidate.Cases.Length} cases pass");
        return facts.Won.IsEmpty
            ? Say(facts, GateVerdict.Pass, $"{count}, none lost since the baseline", null)
            : Say(facts, GateVerdict.Improved, $"{count}; won since the baseline: {Ids(facts.Won)}", "Store this run as the new baseline, so that the gain is kept.");
    }

    private static bool? Passed(Dictionary<string, Grading.CaseScore> before, string id) => before.TryGetValue(id, out var score) ? score.Passed : null;

    private static MetricComparison? Worst(Comparison facts, GateVerdict verdict) =>
        facts.Metrics.FirstOrDefault(metric => metric.Gating && metric.Verdict == verdict);

    private static string? Ids(IEnumerable<string> ids) => string.Join(", ", ids) is { Length: > 0 } text ? text : null;

    private static Comparison Say(Comparison facts, GateVerdict verdict, string reason, string? next) =>
        facts with { Verdict = verdict, Reason = reason, NextAction = next };
}
