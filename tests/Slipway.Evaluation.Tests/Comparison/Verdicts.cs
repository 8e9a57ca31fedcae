using Slipway.Evaluation.Comparison;
using Slipway.Model;

namespace Slipway.Evaluation.Tests.Comparison;

public sealed class Verdicts
{
    [Fact]
    public void The_same_scores_pass()
    {
        var comparison = ComparisonGate.Compare(Boards.Of(1, 1, 0.5), Boards.Of(1, 1, 0.5), Boards.Policy());

        Assert.Equal(GateVerdict.Pass, comparison.Verdict);
        Assert.Equal("2 of 3 cases pass, none lost since the baseline", comparison.Reason);
        Assert.True(comparison.Satisfied);
    }

    [Fact]
    public void A_case_that_passed_and_fails_now_is_named_and_regresses()
    {
        var comparison = ComparisonGate.Compare(Boards.Of(1, 0.9, 1), Boards.Of(1, 1, 0), Boards.Policy(margin: 0.5));

        Assert.Equal(GateVerdict.Regressed, comparison.Verdict);
        Assert.Equal(["c001"], comparison.Lost);
        Assert.Equal(["c002"], comparison.Won);
        Assert.Equal("lost since the baseline: c001", comparison.Reason);
    }

    [Fact]
    public void A_broken_must_pass_case_comes_before_everything_else()
    {
        var candidate = Boards.Of(1, 1) with { Cases = [Boards.Case("c000", 1), Boards.Case("c001", 0) with { MustPass = true, BrokeMustPass = true }] };

        var comparison = ComparisonGate.Compare(candidate, null, Boards.Policy());

        Assert.Equal((GateVerdict.Regressed, "must-pass: c001"), (comparison.Verdict, comparison.Reason));
    }

    [Fact]
    public void A_mean_that_falls_beyond_the_margin_regresses_though_no_case_is_lost()
    {
        var comparison = ComparisonGate.Compare(Boards.Of(0.5, 0.5), Boards.Of(0.6, 0.6), Boards.Policy(margin: 0.05));

        Assert.Equal(GateVerdict.Regressed, comparison.Verdict);
        Assert.Equal("policy: the mean fell by 0.1000 over 2 cases, more than the margin 0.05", comparison.Reason);
    }

    [Fact]
    public void A_metric_that_the_suite_does_not_name_is_shown_and_does_not_gate()
    {
        var comparison = ComparisonGate.Compare(Boards.Of(0.1, 0.1), Boards.Of(0.6, 0.6), new());

        Assert.Equal(GateVerdict.Pass, comparison.Verdict);
        Assert.Equal(GateVerdict.Regressed, Assert.Single(comparison.Metrics).Verdict);
        Assert.False(Assert.Single(comparison.Metrics).Gating);
    }

    [Fact]
    public void A_new_case_that_fails_regresses() =>
        Assert.Equal("new and failing: c001", ComparisonGate.Compare(Boards.Of(1, 0), Boards.Of(1), Boards.Policy()).Reason);

    [Fact]
    public void Another_data_set_makes_the_comparison_invalid() =>
        Assert.Equal(
            GateVerdict.Invalid,
            ComparisonGate.Compare(Boards.Of(1, 1), Boards.Of(1, 1) with { Dataset = Digest.Of("other cases") }, Boards.Policy()).Verdict);

    [Fact]
    public void Other_repeats_make_the_comparison_invalid() =>
        Assert.Equal(GateVerdict.Invalid, ComparisonGate.Compare(Boards.Of(1), Boards.Of(1) with { Repeats = 3 }, Boards.Policy()).Verdict);

    [Fact]
    public void Without_a_baseline_nothing_is_shown() =>
        Assert.Equal(GateVerdict.Inconclusive, ComparisonGate.Compare(Boards.Of(1, 1), null, Boards.Policy()).Verdict);

    [Fact]
    public void Without_a_case_nothing_passes() =>
        Assert.Equal(GateVerdict.Invalid, ComparisonGate.Compare(Boards.Of(), Boards.Of(), new()).Verdict);

    [Fact]
    public void An_unscored_case_never_makes_a_verdict_greener()
    {
        var comparison = ComparisonGate.Compare(Boards.Of(1, null), Boards.Of(1, 1), Boards.Policy());

        Assert.Equal((GateVerdict.Invalid, "unscored: c001"), (comparison.Verdict, comparison.Reason));
    }

    [Fact]
    public void A_gained_case_improves() =>
        Assert.Equal(GateVerdict.Improved, ComparisonGate.Compare(Boards.Of(1, 1), Boards.Of(1, 0), Boards.Policy()).Verdict);

    [Fact]
    public void A_ratio_metric_is_shown_as_not_compared()
    {
        var metric = Assert.Single(ComparisonGate.Compare(Boards.Of(1), Boards.Of(1), Boards.Policy(kind: MetricKind.Ratio)).Metrics);

        Assert.Equal((GateVerdict.Inconclusive, false), (metric.Verdict, metric.Gating));
    }
}
