using Slipway.Model;

namespace Slipway.Evidence.Provenance;

/// <summary>Something that a build used.</summary>
/// <param name="Name">A lock file's path in the repository, or a reference such as <c>oci:mcr.microsoft.com/dotnet/aspnet</c>.</param>
/// <param name="Digest">Of its bytes.</param>
public sealed record Material(string Name, Digest Digest);
