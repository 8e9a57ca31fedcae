using Slipway.Evaluation.Grading;
using Slipway.Evaluation.Tests.Assertions;

namespace Slipway.Evaluation.Tests.Grading;

public sealed class Cases
{
    private static readonly EvaluationCase Asked = new()
    {
        Id = "ret-001",
        Assertions =
        [
            Checks.Of("icontains", "\"30 days\"", metric: "policy"),
            Checks.Of("icontains", "\"receipt\"", weight: 3, metric: "policy"),
            Checks.Of("is-json", metric: "format"),
        ],
        MustPass = true,
        PassAt = 0.5,
    };

    [Fact]
    public void A_metric_is_the_weighted_mean_of_its_checks()
    {
        var grade = CaseGrader.Grade(Asked, "\"within 30 days\"");

        Assert.False(grade.Passed);
        Assert.Equal(0.25, grade.Metrics["policy"]);
        Assert.Equal(1, grade.Metrics["format"]);
        Assert.Equal(0.4, grade.Score, 1e-12);
    }

    [Fact]
    public void A_case_is_the_mean_of_its_repeats_and_passes_when_all_pass()
    {
        var good = CaseGrader.Grade(Asked, "\"30 days, with the receipt\"");
        var bad = CaseGrader.Grade(Asked, "\"within 30 days\"");

        var score = CaseScore.Over(Asked, [good, bad]);

        Assert.False(score.Passed);
        Assert.Equal(0.7, score.Score!.Value, 1e-12);
        Assert.Equal(0.625, score.Metrics["policy"], 1e-12);
    }

    [Fact]
    public void A_must_pass_case_breaks_by_its_lowest_repeat()
    {
        var good = CaseGrader.Grade(Asked, "\"30 days, with the receipt\"");

        Assert.False(CaseScore.Over(Asked, [good]).BrokeMustPass);
        Assert.True(CaseScore.Over(Asked, [good, CaseGrader.Grade(Asked, "no")]).BrokeMustPass);
    }

    [Fact]
    public void A_case_without_an_answer_is_unscored() => Assert.False(CaseScore.Over(Asked, []).Scored);
}
