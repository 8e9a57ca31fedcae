namespace Slipway.Pipeline;

/// <summary>The codes of this project's messages. Each has a page in the reference; none is ever used again for something else.</summary>
public static class Codes
{
    /// <summary>A unit that was asked for does not exist.</summary>
    public const string UnknownUnit = "SLP2050";

    /// <summary>A platform has no units.</summary>
    public const string NoUnits = "SLP2051";

    /// <summary>A stage failed.</summary>
    public const string StageFailed = "SLP3001";

    /// <summary>A unit has no tests and does not say why.</summary>
    public const string NoTests = "SLP3002";

    /// <summary>A test program ended without a report.</summary>
    public const string NoTestReport = "SLP3003";

    /// <summary>A tool that a stage needs is not installed in the unit.</summary>
    public const string ToolMissing = "SLP3004";

    /// <summary>A lock file is missing, out of date or not committed in CI.</summary>
    public const string LockFileStale = "SLP3005";

    /// <summary>What a unit ships could not be put together.</summary>
    public const string PackageFailed = "SLP3006";

    /// <summary>The security compile did not end well: nobody has looked.</summary>
    public const string SecurityCompileFailed = "SLP3007";

    /// <summary>A stage that is about the compiler's output was asked for alone, and nothing was compiled since the unit changed.</summary>
    public const string NotCompiled = "SLP3008";

    /// <summary>A tool of a stage ended badly and said nothing that could be read: nobody has looked.</summary>
    public const string ToolFailed = "SLP3009";

    /// <summary>A lock file that is missing could not be written.</summary>
    public const string LockFileNotWritten = "SLP3015";

    /// <summary>A test failed that was declared flaky, and the declaration's day has passed.</summary>
    public const string FlakyExpired = "SLP3016";

    /// <summary>The server that an app's script start runs is not there once the app was built.</summary>
    public const string ServerMissing = "SLP3125";

    /// <summary>The last release holds something else than it says.</summary>
    public const string ReleaseAltered = "SLP3151";
}
