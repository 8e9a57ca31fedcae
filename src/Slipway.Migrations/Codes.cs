namespace Slipway.Migrations;

/// <summary>The codes of this project's messages: 1060–1069 and 3160–3169. Never reused.</summary>
public static class Codes
{
    /// <summary>A line of migrations.lock is not one.</summary>
    public const string BadLock = "SLP1060";

    /// <summary>A file of table statistics is not one.</summary>
    public const string BadStatistics = "SLP1061";

    /// <summary>What a migration bundle says of itself cannot be read.</summary>
    public const string BadDescription = "SLP1062";

    /// <summary>A file in a folder of SQL migrations has no place in the order, or a header that means nothing.</summary>
    public const string BadSqlMigration = "SLP1063";

    // SLP1064 told of two services with one history table: SLP1032 and SLW2003 let none have another's database.

    /// <summary>The scratch database cannot be used.</summary>
    public const string ScratchUnusable = "SLP3160";

    /// <summary>Migrations for another database than PostgreSQL cannot be observed.</summary>
    public const string OtherDatabase = "SLP3162";

    /// <summary>The schema of a scratch database cannot be dumped.</summary>
    public const string NoDump = "SLP3161";
}
