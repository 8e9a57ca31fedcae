namespace Slipway.Model.Problems;

/// <summary>The command line, a file or the machine is not as it must be. Nothing was written. Exit code 2.</summary>
public sealed class BadInputException : SlipwayException
{
    public BadInputException(params IReadOnlyList<Problem> problems)
        : base(problems, null)
    {
    }

    public BadInputException(Problem problem, Exception inner)
        : base([problem], inner)
    {
    }

    public override int ExitCode => ExitCodes.BadInput;
}
