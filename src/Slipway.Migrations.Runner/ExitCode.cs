namespace Slipway.Migrations.Runner;

/// <summary>What the bundle's exit code says. Numbers are a contract with deployments: never reused.</summary>
public enum ExitCode
{
    /// <summary>The database is where it was asked to be.</summary>
    Done = 0,

    /// <summary>A migration failed, and what it had done is rolled back unless it had left its transaction; or the bundle itself is not whole.</summary>
    Failed = 1,

    /// <summary>The command line, or the migration it names, is wrong. Nothing was touched.</summary>
    Usage = 2,

    /// <summary>Another deployment, or a table in use, held a lock for longer than allowed. Safe to try again.</summary>
    Locked = 3,

    /// <summary>The database cannot be reached or does not exist; the runner never creates one.</summary>
    Unreachable = 4,

    /// <summary>
    /// Migrations are pending, the model has changes that no migration holds, a migration would run out of order, or the schema is not one
    /// that this release works on.
    /// </summary>
    Drift = 5,

    /// <summary>
    /// The history in the database is not this bundle's: it holds migrations that the bundle does not know, belongs to another service, or
    /// is no history at all. So it must not be moved.
    /// </summary>
    UnknownMigrations = 6,
}
