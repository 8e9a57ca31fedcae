using Slipway.Model;
using Slipway.Model.Units;

namespace Slipway.Evidence;

/// <summary>Every address and media type that our statements use. They name things; nothing is fetched from them.</summary>
public static class Uris
{
    public const string InTotoPayload = "application/vnd.in-toto+json";

    public const string InTotoStatement = "https://in-toto.io/Statement/v1";

    public const string SigstoreBundle = "application/vnd.dev.sigstore.bundle.v0.3+json";

    public const string SlsaProvenance = "https://slsa.dev/provenance/v1";

    /// <summary>The result of a gate.</summary>
    public const string TestResult = "https://in-toto.io/attestation/test-result/v0.1";

    /// <summary>A CycloneDX document, which is the predicate itself.</summary>
    public const string CycloneDx = "https://cyclonedx.org/bom";

    /// <summary>What a verifier came to.</summary>
    public const string VerificationSummary = "https://slsa.dev/verification_summary/v1";

    /// <summary>The verifier's identity in what it summarises.</summary>
    public const string Verifier = "https://slipway.dev/verifier/v1";

    /// <summary>How a unit becomes a release: the meaning of the provenance's parameters.</summary>
    public const string ReleaseBuildType = "https://slipway.dev/build-types/release/v1";

    private const string Builders = "https://slipway.dev/builders/";

    /// <summary>
    /// The builder's identity. A developer's machine and CI promise different things, so they have different identities.
    /// Neither promises more than SLSA Build L1.
    /// </summary>
    /// <param name="builder"><c>local</c> or <c>ci</c>.</param>
    public static string Builder(string builder) => $"{Builders}{builder}/v1";

    /// <summary>The short name of a builder's identity; null if it is none of ours.</summary>
    public static string? BuilderIn(string? uri) => ((string[])["local", "ci"]).FirstOrDefault(name => Builder(name) == uri);

    /// <summary>The name of a release, wherever it lies.</summary>
    public static string Release(UnitId unit, string version) => $"https://slipway.dev/releases/{unit}/{version}";

    /// <summary>The name of an environment's policy.</summary>
    /// <param name="isOwn">Whether it comes from the platform's own file.</param>
    /// <param name="environment">The environment.</param>
    public static string Policy(bool isOwn, EnvironmentName environment) =>
        $"{(isOwn ? "policy.yaml" : "https://slipway.dev/policies/built-in/v1")}#{environment.ToString().ToLowerInvariant()}";
}
