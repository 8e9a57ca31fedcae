using System.Collections.Immutable;

namespace Slipway.Model.Platforms;

/// <summary>What <c>platform.yaml</c> says of the whole, as far as the pipeline needs it.</summary>
public sealed record PlatformSettings
{
    /// <summary>The build configuration of .NET units.</summary>
    public string Configuration { get; init; } = "Release";

    /// <summary>Whether a warning of compiler or analyzers fails its stage.</summary>
    public bool WarningsAsErrors { get; init; } = true;

    /// <summary>The image that programs are put on; null for the embedded default, which is made of this machine's own .NET.</summary>
    public BaseImageReference? BaseImage { get; init; }

    /// <summary>The image that servers of Node are put on; null for the embedded default, which is made of this machine's own Node.</summary>
    public BaseImageReference? NodeBaseImage { get; init; }

    /// <summary>Where releases are published. Default: nowhere.</summary>
    public PublishSettings Publish { get; init; } = new();

    /// <summary>Environment variables that tools and tests of every unit read, so that their values are inputs.</summary>
    public ImmutableArray<string> Variables { get; init; } = [];

    /// <summary>Files, as globs from the root, that the secret scan leaves out, each with a reason.</summary>
    public IReadOnlyDictionary<string, string> SecretScanExclusions { get; init; } = new Dictionary<string, string>();
}
