namespace Slipway.Model.Problems;

/// <summary>Something went wrong that Slipway knows: it is said in a message, without a stack trace.</summary>
public abstract class SlipwayException : Exception
{
    private protected SlipwayException(IReadOnlyList<Problem> problems, Exception? inner)
        : base(string.Join('\n', problems), inner) => Problems = problems;

    public IReadOnlyList<Problem> Problems { get; }

    public abstract int ExitCode { get; }
}
