namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>The codes of the stage <c>migrations</c>: <c>SLP1070</c> to <c>SLP1079</c> and <c>SLP3170</c> to <c>SLP3189</c>.</summary>
public static class Codes
{
    /// <summary>What is said to be live is no release of a unit.</summary>
    public const string BadLiveRelease = "SLP1070";

    /// <summary>The folder of a service's SQL migrations is not there.</summary>
    public const string NoSqlFolder = "SLP1071";

    /// <summary>A migration bundle does not describe itself.</summary>
    public const string BundleFailed = "SLP3170";

    /// <summary><c>migrations.lock</c> does not say what the migrations are.</summary>
    public const string LockStale = "SLP3171";

    /// <summary>The code of the last release would not work on the schema that the migrations make.</summary>
    public const string ReleaseBreaks = "SLP3172";

    /// <summary>The database of the last release could not be brought to today's schema.</summary>
    public const string UpgradeFailed = "SLP3173";

    /// <summary>A service has more than one migration bundle.</summary>
    public const string SeveralBundles = "SLP3174";

    /// <summary>An integration test of the last release fails on the schema that today's migrations make.</summary>
    public const string ReleasedTestFails = "SLP3175";

    /// <summary>An integration test of today fails while the code of the last release writes into the same database.</summary>
    public const string TodaysTestFails = "SLP3176";
}
