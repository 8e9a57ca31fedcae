namespace Slipway.Model.Problems;

/// <summary>The run did its work and the answer is no: a test failed, a gate held. Exit code 1.</summary>
public sealed class KnownFailureException : SlipwayException
{
    public KnownFailureException(params IReadOnlyList<Problem> problems)
        : base(problems, null)
    {
    }

    public KnownFailureException(Problem problem, Exception inner)
        : base([problem], inner)
    {
    }

    public override int ExitCode => ExitCodes.Failed;
}
