namespace Slipway.Evidence.Sboms;

/// <summary>References of what has no package URL.</summary>
public static class SbomReference
{
    /// <summary>The migration bundle of a service.</summary>
    public const string Bundle = "migration-bundle";

    /// <summary>Code of this platform: <c>platform:packages/contracts/Contracts</c>.</summary>
    public static string Platform(string place) => $"platform:{place}";
}
