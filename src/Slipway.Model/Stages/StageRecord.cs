using System.Collections.Immutable;
using Slipway.Model.Units;

namespace Slipway.Model.Stages;

/// <summary>What a stage leaves behind, unsigned: the tie between the digest of its inputs and what came of them.</summary>
public sealed record StageRecord
{
    public required UnitId Unit { get; init; }

    public required StageName Stage { get; init; }

    /// <summary>Digest over every input of this stage for this unit.</summary>
    public required Digest Fingerprint { get; init; }

    /// <summary>What the fingerprint is made of, by name: the stage's version and options, what builds, and the unit's inputs.</summary>
    public ImmutableSortedDictionary<string, string> Basis { get; init => field = value ?? ImmutableSortedDictionary<string, string>.Empty; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Why it was executed rather than replayed, in one line; null where nobody asked.</summary>
    public string? Reason { get; init; }

    public required StageResult Result { get; init; }

    /// <summary>When the stage really ran, UTC. A replay keeps the time of the real run.</summary>
    public required DateTimeOffset ExecutedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>The run that really executed it.</summary>
    public required Guid Invocation { get; init; }

    /// <summary>Who really executed it: <c>local</c> or <c>ci</c>; null in a record that does not say.</summary>
    public string? Builder { get; init; }
}
