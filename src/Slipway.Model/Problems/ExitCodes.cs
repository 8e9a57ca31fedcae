namespace Slipway.Model.Problems;

/// <summary>What the host's exit code means. A user's own task may exit with its own.</summary>
public static class ExitCodes
{
    public const int Passed = 0;

    /// <summary>A known failure: a test failed, a gate held.</summary>
    public const int Failed = 1;

    /// <summary>Bad usage or bad configuration; nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>Our own bug.</summary>
    public const int Bug = 70;
}
