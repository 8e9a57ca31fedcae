namespace Slipway.Migrations;

/// <summary>Who holds the migrations of a set.</summary>
public enum MigrationSource
{
    /// <summary>A migration bundle, which describes EF Core's operations.</summary>
    Bundle,

    /// <summary>A folder of files.</summary>
    SqlFolder,
}
