using Slipway.Model.Problems;

namespace Slipway.Artifacts.Registries.Transport;

/// <summary>One attempt that came to nothing, and whether another may do better.</summary>
internal sealed class RegistryFault(Problem problem, bool retry, Exception? inner = null) : Exception(problem.Message, inner)
{
    public Problem Problem { get; } = problem;

    public bool Retry { get; } = retry;

    /// <summary>How long the registry asked to be left alone.</summary>
    public TimeSpan? After { get; init; }

    public static RegistryFault Of(string code, string message, string mend, bool retry = false, Exception? inner = null) =>
        new(new() { Code = code, Message = message, Mend = mend }, retry, inner);

    public KnownFailureException AsFailure(int attempts) => new(
        attempts == 1 ? Problem : Problem with { Message = $"{Problem.Message} It was tried {attempts} times." }, this);
}
