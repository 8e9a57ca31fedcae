namespace Slipway.Migrations;

/// <summary>What a migration is for.</summary>
public enum MigrationPhase
{
    /// <summary>Adds, so that old and new code work on the schema. The default.</summary>
    Expand,

    /// <summary>Fills what an expand added; changes no schema.</summary>
    Backfill,

    /// <summary>Removes what no live release uses any more.</summary>
    Contract,
}
