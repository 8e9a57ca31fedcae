using System.Collections.Immutable;

namespace Slipway.Evaluation.Grading;

/// <summary>Grades one answer with all checks of its case.</summary>
public static class CaseGrader
{
    public static AnswerGrade Grade(EvaluationCase asked, string output)
    {
        ImmutableArray<AssertionGrade> grades = [.. asked.Assertions.Select(assertion => new AssertionGrade(assertion.Spec, assertion.Grade(output)))];
        var score = Mean(grades) ?? 0;
        return new()
        {
            Grades = grades,
            Score = score,
            Passed = asked.Threshold is { } threshold ? score >= threshold : grades.All(Holds),
            Metrics = grades
                .GroupBy(grade => grade.Assertion.Metric, StringComparer.Ordinal)
                .Select(group => (group.Key, Score: Mean(group)))
                .Where(metric => metric.Score is not null)
                .ToImmutableSortedDictionary(metric => metric.Key, metric => metric.Score!.Value, StringComparer.Ordinal),
        };
    }

    // As promptfoo has it: a check of weight 0 is looked at and shown, and decides nothing.
    private static bool Holds(AssertionGrade grade) => grade.Grade.Passed || grade.Assertion.Weight == 0;

    private static double? Mean(IEnumerable<AssertionGrade> grades)
    {
        var (sum, weights) = (0d, 0d);
        foreach (var (assertion, grade) in grades)
        {
            sum += assertion.Weight * grade.Score;
            weights += assertion.Weight;
        }
        return weights > 0 ? sum / weights : null;
    }
}
