using System.Collections.Immutable;

namespace Slipway.Boundaries.Receipts;

/// <summary>What the compiler says of one compile: which rules it loaded, what was kept from being said, and what each rule cost.</summary>
public sealed record Receipt
{
    /// <summary>Ids of every rule that was loaded.</summary>
    public required ImmutableHashSet<string> Rules { get; init; }

    /// <summary>Findings that something in the code suppressed.</summary>
    public ImmutableArray<SuppressedResult> Suppressed { get; init; } = [];

    /// <summary>Ids of rules whose severity something lowered, or switched off.</summary>
    public ImmutableArray<string> Lowered { get; init; } = [];

    /// <summary>Seconds by id. The compiler counts in milliseconds; what took less is left out.</summary>
    public ImmutableDictionary<string, double> Seconds { get; init; } = ImmutableDictionary<string, double>.Empty;
}
