using System.Collections.Immutable;
using Slipway.Migrations.Catalogs;

namespace Slipway.Migrations.Observation;

/// <summary>What a whole migration did.</summary>
internal sealed record MigrationRecord
{
    public required Migration Migration { get; init; }

    public required ImmutableArray<Observed> Statements { get; init; }

    /// <summary>What there was before it.</summary>
    public required Snapshot Start { get; init; }

    /// <summary>What there is after it.</summary>
    public required Snapshot End { get; init; }

    /// <summary>The relations that were there before it where it will run, or were made for what it asks.</summary>
    public required IReadOnlySet<uint> Existing { get; init; }

    /// <summary>Their columns, by table and number.</summary>
    public required IReadOnlySet<(uint Table, short Number)> ExistingColumns { get; init; }

    /// <summary>Whether PostgreSQL ran it to its end.</summary>
    public bool Completed { get; init; } = true;
}
