namespace Slipway.Evidence.Sboms;

/// <summary>The licence of a component, as its maker states it. A closed set.</summary>
public abstract record SbomLicense
{
    private SbomLicense()
    {
    }

    /// <param name="Id">One of SPDX's: <c>MIT</c>.</param>
    public sealed record Spdx(string Id) : SbomLicense;

    /// <param name="Text">Of several of SPDX's: <c>MIT OR Apache-2.0</c>.</param>
    public sealed record Expression(string Text) : SbomLicense;

    /// <param name="Name">What it is called, or the name of the file that holds it.</param>
    /// <param name="Address">Where it can be read.</param>
    public sealed record Named(string Name, string? Address = null) : SbomLicense;
}
