namespace Slipway.Migrations.Runner.Compatibility;

/// <summary>A table, view or sequence as the database has it.</summary>
internal sealed record CatalogRelation
{
    private const int Update = 1 << 2, Insert = 1 << 3, Delete = 1 << 4;

    public required long Id { get; init; }

    public required string Schema { get; init; }

    public required string Name { get; init; }

    /// <summary>pg_class.relkind.</summary>
    public required string Kind { get; init; }

    /// <summary>Found without naming its schema.</summary>
    public required bool Visible { get; init; }

    /// <summary>A bit for each command that may be run on it, as <c>pg_relation_is_updatable</c> has them.</summary>
    public required int Commands { get; init; }

    public required IReadOnlyList<CatalogColumn> Columns { get; init; }

    public bool IsTable => Kind is "r" or "p" or "f";

    /// <summary>What an old writer would try in vain.</summary>
    public IReadOnlyList<string> Refused =>
    [
        .. new[] { ("insert", Insert), ("update", Update), ("delete", Delete) }.Where(command => (Commands & command.Item2) == 0).Select(command => command.Item1),
    ];
}
