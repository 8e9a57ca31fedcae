namespace Slipway.Evaluation.Assertions.Graders;

internal sealed class ContainsGrader(string part, Letters letters) : IGrader
{
    public Grade Grade(string output)
    {
        var found = Search.Contains(output, part, letters);
        return Assertions.Grade.Of(found, found ? $"the answer contains {Quote.Text(part)}" : $"the answer does not contain {Quote.Text(part)}");
    }
}
