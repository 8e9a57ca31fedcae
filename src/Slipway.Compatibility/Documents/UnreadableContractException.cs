using Slipway.Model.Problems;

namespace Slipway.Compatibility.Documents;

/// <summary>Ends a comparison; it never leaves this library.</summary>
internal sealed class UnreadableContractException(Problem problem) : Exception(problem.Message)
{
    public Problem Problem { get; } = problem;
}
