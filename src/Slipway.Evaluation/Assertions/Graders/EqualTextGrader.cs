namespace Slipway.Evaluation.Assertions.Graders;

internal sealed class EqualTextGrader(string expected) : IGrader
{
    public Grade Grade(string output)
    {
        var equal = string.Equals(output, expected, StringComparison.Ordinal);
        return Assertions.Grade.Of(equal, equal ? $"the answer is {Quote.Text(expected)}" : $"the answer is not {Quote.Text(expected)}");
    }
}
