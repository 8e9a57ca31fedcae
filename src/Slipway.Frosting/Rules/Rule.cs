using System.Collections.Immutable;
using Slipway.Model.Stages;

namespace Slipway.Frosting.Rules;

/// <summary>One rule of the strategy, how it is to be held, and what of that this version does.</summary>
public sealed record Rule
{
    /// <summary>A letter and a number, such as <c>K2</c>; never used again for something else.</summary>
    public required string Id { get; init; }

    public required string Text { get; init; }

    /// <summary>The mechanism that holds it once it is whole.</summary>
    public required string HeldBy { get; init; }

    /// <summary>The test that fails when the rule is broken; null where the mechanism says it.</summary>
    public string? ShownBy { get; init; }

    public RuleState State { get; init; } = RuleState.NotYetHeld;

    /// <summary>What this version does for it, and what is missing; null where it does nothing yet.</summary>
    public string? Now { get; init; }

    /// <summary>The stages that hold it; empty where it is held before any stage runs, or not at all.</summary>
    public ImmutableArray<StageName> Stages { get; init; } = [];

    /// <summary>What a platform must have for the rule to have anything to hold.</summary>
    public RuleSubject Subject { get; init; } = RuleSubject.Platform;
}
