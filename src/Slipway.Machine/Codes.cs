namespace Slipway.Machine;

/// <summary>What this project can say, <c>SLP3090</c> to <c>SLP3109</c>; the YAML reader's codes are in <see cref="Yaml.YamlCodes"/>.</summary>
public static class Codes
{
    /// <summary>A process took longer than its time limit.</summary>
    public const string TimeLimit = "SLP3090";

    /// <summary>A program that is needed is not installed.</summary>
    public const string MissingExecutable = "SLP3091";

    /// <summary>A process failed.</summary>
    public const string ProcessFailed = "SLP3092";

    /// <summary>The folder that a process should work in does not exist.</summary>
    public const string MissingFolder = "SLP3093";

    /// <summary>Git does not trust the repository's owner.</summary>
    public const string GitOwnership = "SLP3094";

    /// <summary>Git could not read the repository.</summary>
    public const string GitFailed = "SLP3095";

    /// <summary>No PostgreSQL was found and none could be fetched.</summary>
    public const string PostgresMissing = "SLP3096";

    /// <summary>The throwaway PostgreSQL did not start.</summary>
    public const string PostgresFailed = "SLP3097";

    /// <summary>The server that <c>SLIPWAY_POSTGRES</c> names cannot be used.</summary>
    public const string PostgresUnreachable = "SLP3098";

    /// <summary>PostgreSQL refuses to run as root and there is no way to another user.</summary>
    public const string PostgresNeedsUser = "SLP3099";

    /// <summary>Another run holds this checkout.</summary>
    public const string CheckoutHeld = "SLP3100";

    /// <summary>A process that others wait for ended before it was ready.</summary>
    public const string EndedEarly = "SLP3101";

    /// <summary>The checkout's lock file, or another file or folder that a run writes, may not be written.</summary>
    public const string CheckoutNotWritable = "SLP3102";

    /// <summary>The folder for temporary files is not there, or may not be written.</summary>
    public const string TemporaryNotWritable = "SLP3103";
}
