namespace Slipway.Migrations.Runner;

/// <summary>The codes of a bundle's messages: 3200–3219. Never reused. Programs find them as <c>code</c> with --json.</summary>
internal static class Codes
{
    /// <summary>A bundle's command line makes no sense, or names a migration that there is not.</summary>
    public const string Usage = "SLP3200";

    /// <summary>A bundle has no connection string, or one that its provider cannot use.</summary>
    public const string BadConnection = "SLP3201";

    /// <summary>A bundle's database is of a kind that it does not serve.</summary>
    public const string OtherProvider = "SLP3202";

    /// <summary>In production a bundle's role may do more than a deployment has to.</summary>
    public const string MightyRole = "SLP3203";

    /// <summary>A bundle's database cannot be reached, or does not exist.</summary>
    public const string Unreachable = "SLP3204";

    /// <summary>Another deployment holds the database.</summary>
    public const string Held = "SLP3205";

    /// <summary>A table was in use for longer than a bundle waits.</summary>
    public const string TableInUse = "SLP3206";

    /// <summary>The file that is the lock of an SQLite database cannot be taken.</summary>
    public const string LockUnusable = "SLP3207";

    /// <summary>A migration failed.</summary>
    public const string MigrationFailed = "SLP3208";

    /// <summary>The database refused what a bundle asked outside of a migration.</summary>
    public const string DatabaseFailed = "SLP3209";

    /// <summary>A migration is older than the newest applied.</summary>
    public const string OutOfOrder = "SLP3210";

    /// <summary>A bundle's model has changes that no migration holds.</summary>
    public const string ModelChanged = "SLP3211";

    /// <summary>The database holds migrations that a bundle does not know.</summary>
    public const string UnknownMigrations = "SLP3212";

    /// <summary>The history of migrations in the database is another service's.</summary>
    public const string OtherService = "SLP3213";

    /// <summary>The table that should be the history of migrations is none.</summary>
    public const string ForeignHistory = "SLP3214";

    /// <summary>A file of a bundle is missing or damaged.</summary>
    public const string NotWhole = "SLP3215";

    /// <summary>A bundle was interrupted.</summary>
    public const string Interrupted = "SLP3216";

    /// <summary>A bundle failed for a reason that it does not know.</summary>
    public const string Unexpected = "SLP3217";

    /// <summary>A migration cannot be described: its class contradicts itself, or fails.</summary>
    public const string Undescribable = "SLP3218";
}
