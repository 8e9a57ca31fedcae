using System.Collections.Immutable;
using System.Text.Json;

namespace Slipway.Evidence.Statements;

/// <summary>An in-toto Statement v1.</summary>
public sealed record Statement
{
    /// <summary>At least one.</summary>
    public required ImmutableArray<Subject> Subjects { get; init; }

    /// <summary>The address that names what the predicate means.</summary>
    public required string PredicateType { get; init; }

    /// <summary>An object.</summary>
    public required JsonElement Predicate { get; init; }
}
