namespace Slipway.Evaluation.Assertions.Graders;

internal sealed class NegatedGrader(IGrader inner) : IGrader
{
    public Grade Grade(string output)
    {
        var grade = inner.Grade(output);
        return grade.Invertible
            ? grade with { Passed = !grade.Passed, Score = 1 - grade.Score }
            : grade;
    }
}
