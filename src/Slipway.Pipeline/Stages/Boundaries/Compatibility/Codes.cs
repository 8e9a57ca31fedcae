namespace Slipway.Pipeline.Stages.Boundaries.Compatibility;

/// <summary>What stands in the way of a comparison with the last release, <c>SLP3150</c>, and <c>SLP3152</c> to <c>SLP3159</c>.</summary>
public static class Codes
{
    /// <summary>A service whose build should write an API document has none.</summary>
    public const string NoApiDocument = "SLP3150";

    /// <summary>The assemblies of a package could not be compared with those of its last release.</summary>
    public const string AssembliesNotCompared = "SLP3152";
}
