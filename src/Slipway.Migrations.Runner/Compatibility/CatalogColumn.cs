namespace Slipway.Migrations.Runner.Compatibility;

/// <summary>A column as the database has it.</summary>
internal sealed record CatalogColumn
{
    public required string Name { get; init; }

    public required StoreType Type { get; init; }

    public required bool NotNull { get; init; }

    /// <summary>The default's expression; null where there is none, or where it is the expression of a generated column.</summary>
    public required string? Default { get; init; }

    /// <summary>GENERATED ALWAYS AS (expression): nobody may write it.</summary>
    public required bool Generated { get; init; }

    public required bool Identity { get; init; }

    /// <summary>Of a view: whether what is written to it arrives somewhere.</summary>
    public required bool Writable { get; init; }

    /// <summary>Whether a row that leaves the column out gets a value all the same.</summary>
    public bool FillsItself => Default is not null || Generated || Identity;
}
