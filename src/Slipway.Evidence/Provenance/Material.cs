using Slipway.Model;

namespace Slipway.Evidence.Provenance;

/// <summary>Something that a build used.</summary>
/// <param name="Name">A lock file's path in the repository, a package URL, or a reference such as <c>oci:mcr.microsoft.com/dotnet/aspnet</c>.</param>
/// <param name="Algorithm">As in-toto names it: <c>sha256</c>, <c>sha512</c>.</param>
/// <param name="Hex">Of its bytes, lower case.</param>
public sealed record Material(string Name, string Algorithm, string Hex)
{
    // What registries of packages give; the strongest first.
    private static readonly (string Algorithm, int Length)[] Known = [("sha512", 128), ("sha384", 96), ("sha256", 64), ("sha1", 40)];

    public static Material Of(string name, Digest digest) => new(name, "sha256", digest.Hex);

    /// <summary>By the strongest digest that is told; null where none is, or it is none.</summary>
    /// <param name="name">See <see cref="Name"/>.</param>
    /// <param name="digests">By algorithm, as in-toto names them.</param>
    internal static Material? Of(string name, IReadOnlyDictionary<string, string> digests) => Known
        .Where(known => digests.TryGetValue(known.Algorithm, out var hex) && hex.Length == known.Length && hex.All(char.IsAsciiHexDigitLower))
        .Select(known => new Material(name, known.Algorithm, digests[known.Algorithm]))
        .FirstOrDefault();
}
