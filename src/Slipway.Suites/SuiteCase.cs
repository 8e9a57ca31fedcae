using System.Collections.Immutable;
using Slipway.Evaluation.Grading;

namespace Slipway.Suites;

/// <summary>One case of a suite: what is sent, what is asked of the answer, and where it is written down.</summary>
public sealed record SuiteCase
{
    public required EvaluationCase Asked { get; init; }

    public string Id => Asked.Id;

    /// <summary>The messages as they are sent, variables filled in.</summary>
    public required ImmutableArray<ChatMessage> Messages { get; init; }

    /// <summary>The file that holds the case, relative to the platform's root.</summary>
    public required string File { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Line { get; init; }
}
