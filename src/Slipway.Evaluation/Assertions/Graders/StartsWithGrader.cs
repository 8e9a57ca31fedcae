namespace Slipway.Evaluation.Assertions.Graders;

internal sealed class StartsWithGrader(string beginning) : IGrader
{
    public Grade Grade(string output)
    {
        var starts = output.StartsWith(beginning, StringComparison.Ordinal);
        return Assertions.Grade.Of(
            starts, starts ? $"the answer starts with {Quote.Text(beginning)}" : $"the answer does not start with {Quote.Text(beginning)}");
    }
}
