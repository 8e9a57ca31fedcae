using Slipway.Model;

namespace Slipway.Artifacts.Oci.Bases;

/// <summary>Brings an image from its registry into an OCI layout.</summary>
/// <param name="repository">With the registry: <c>mcr.microsoft.com/dotnet/aspnet</c>.</param>
/// <param name="digest">Of its manifest, or of an index; what comes must be that.</param>
/// <param name="layout">An empty folder.</param>
/// <param name="cancellation">Stops it.</param>
public delegate Task PullImage(string repository, Digest digest, string layout, CancellationToken cancellation);
