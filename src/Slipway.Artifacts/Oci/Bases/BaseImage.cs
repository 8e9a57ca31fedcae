using System.Collections.Immutable;
using Slipway.Model;

namespace Slipway.Artifacts.Oci.Bases;

/// <summary>An image that programs are put on, in an OCI layout on this machine.</summary>
public sealed record BaseImage
{
    internal BaseImage(string layout, ImmutableArray<Descriptor> layers, ImageConfig config) => (Layout, Layers, Config) = (layout, layers, config);

    /// <summary>For people and for the SBOM: <c>mcr.microsoft.com/dotnet/aspnet</c>, or a layout's path as it was written.</summary>
    public required string Name { get; init; }

    /// <summary>Of its manifest.</summary>
    public required Digest Digest { get; init; }

    /// <summary>What is known to be in it. Empty where nobody says: then its own maker has to.</summary>
    public ImmutableArray<BaseComponent> Components { get; init; } = [];

    /// <summary>What had to be done to use it; null where nothing had.</summary>
    public string? Mended { get; init; }

    /// <summary>The layout's folder, absolute.</summary>
    internal string Layout { get; }

    internal ImmutableArray<Descriptor> Layers { get; }

    internal ImageConfig Config { get; }
}
