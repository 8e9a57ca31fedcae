namespace Slipway.Evidence;

/// <summary>Every address and media type that our statements use. They name things; nothing is fetched from them.</summary>
public static class Uris
{
    public const string InTotoPayload = "application/vnd.in-toto+json";

    public const string InTotoStatement = "https://in-toto.io/Statement/v1";

    public const string SigstoreBundle = "application/vnd.dev.sigstore.bundle.v0.3+json";

    public const string SlsaProvenance = "https://slsa.dev/provenance/v1";

    /// <summary>How a unit becomes a release: the meaning of the provenance's parameters.</summary>
    public const string ReleaseBuildType = "https://slipway.dev/build-types/release/v1";

    private const string Builders = "https://slipway.dev/builders/";

    /// <summary>
    /// The builder's identity. A developer's machine and CI promise different things, so they have different identities.
    /// Neither promises more than SLSA Build L1.
    /// </summary>
    /// <param name="builder"><c>local</c> or <c>ci</c>.</param>
    public static string Builder(string builder) => $"{Builders}{builder}/v1";
}
