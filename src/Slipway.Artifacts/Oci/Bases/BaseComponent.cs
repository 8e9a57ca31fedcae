namespace Slipway.Artifacts.Oci.Bases;

/// <summary>Something that a base image holds.</summary>
/// <param name="Kind">As CycloneDX says it: <c>library</c>, <c>framework</c> for a part of .NET, <c>platform</c> for Node.</param>
/// <param name="Name">The package's.</param>
/// <param name="Version">The package's.</param>
/// <param name="Purl">Its package URL.</param>
public sealed record BaseComponent(string Kind, string Name, string Version, string Purl);
