namespace Slipway.Migrations.Runner.Compatibility;

/// <summary>Who makes a column's value when a row is inserted, as the model has it.</summary>
internal enum ColumnFilling
{
    /// <summary>The code sends it, always.</summary>
    Client,

    /// <summary>The database's default, where the code has nothing to say.</summary>
    Default,

    /// <summary>An identity column, or a sequence.</summary>
    Identity,

    /// <summary>An expression; the code never sends it.</summary>
    Computed,
}
