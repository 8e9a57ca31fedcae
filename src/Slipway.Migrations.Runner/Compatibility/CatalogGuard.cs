namespace Slipway.Migrations.Runner.Compatibility;

/// <summary>Something on a table that can refuse a row: a constraint, a unique index, a trigger.</summary>
internal sealed record CatalogGuard
{
    public required long Relation { get; init; }

    /// <summary>pg_constraint.contype, or i for a unique index, t for a trigger.</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required string Definition { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Of a foreign key: pg_constraint.confdeltype.</summary>
    public required string OnDelete { get; init; }

    /// <summary>Of a foreign key: the table that it points to. Otherwise 0.</summary>
    public required long Principal { get; init; }

    /// <summary>Of an index: it has expressions or a condition, so its columns alone do not tell it.</summary>
    public required bool Complex { get; init; }
}
