namespace Slipway.Compatibility;

/// <summary>What a comparison with the last release can find, written by hand; an id is never reused.</summary>
public static class RuleIds
{
    /// <summary>An HTTP API breaks those who call it.</summary>
    public const string ApiBreak = "SLW1100";

    /// <summary>An event's schema breaks those who read it, or can no longer read what lies in queues.</summary>
    public const string EventBreak = "SLW1101";

    /// <summary>A package's public API breaks those who compile against it.</summary>
    public const string PublicApiBreak = "SLW1102";

    /// <summary>A contract cannot be read, so nobody knows whether it breaks anyone.</summary>
    public const string UnreadableContract = "SLW1103";
}
