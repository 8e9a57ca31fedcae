namespace Slipway.Pipeline.Stages.Restore;

/// <summary>A lock file that does not say all that a restore would need to know.</summary>
/// <param name="File">Relative to the platform's root.</param>
/// <param name="State">What is wrong with it, as in "The lock file <c>is missing</c>".</param>
internal sealed record LockFileGap(string File, string State)
{
    public static LockFileGap Missing(string file) => new(file, "is missing");
}
