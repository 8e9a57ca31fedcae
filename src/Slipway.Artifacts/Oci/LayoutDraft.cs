using System.Collections.Immutable;
using Slipway.Artifacts.Oci.Bases;

namespace Slipway.Artifacts.Oci;

/// <summary>How a release's parts become an OCI layout. A closed set.</summary>
public abstract record LayoutDraft
{
    private LayoutDraft()
    {
    }

    /// <summary>The part <c>app</c> on a base image; the parts <c>migrate</c> and <c>tests</c> as artifacts that refer to it.</summary>
    /// <param name="Base">What it is put on.</param>
    /// <param name="Entrypoint">What the image runs: <c>dotnet</c>, <c>/app/Catalog.dll</c>.</param>
    public sealed record Image(BaseImage Base, ImmutableArray<string> Entrypoint) : LayoutDraft
    {
        /// <summary>What the program finds set beside what the base sets: <c>NAME=value</c>.</summary>
        public ImmutableArray<string> Environment { get; init; } = [];
    }

    /// <summary>The part <c>app</c> as one layer, or each file of the part <c>package</c> as one.</summary>
    public sealed record Artifact : LayoutDraft;
}
