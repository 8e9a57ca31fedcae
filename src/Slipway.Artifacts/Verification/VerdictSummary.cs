using Slipway.Evidence.Bundles;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Statements;
using Slipway.Evidence.Summaries;
using Slipway.Machine.Files;

namespace Slipway.Artifacts.Verification;

/// <summary>Writes what verifying came to as SLSA's verification summary, signed, for whoever cannot verify.</summary>
public static class VerdictSummary
{
    /// <param name="verdict">Of a release whose manifest could be read.</param>
    /// <param name="path">The file, absolute; one that lies there is replaced.</param>
    /// <param name="key">The verifier's own.</param>
    /// <param name="signing">Who verifies, in which run.</param>
    /// <param name="slipway">The version of Slipway; null where it is not known.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>Whether there was a release to say anything about.</returns>
    public static async Task<bool> WriteAsync(
        ReleaseVerdict verdict, string path, SigningKey key, SigningAct signing, string? slipway = null, CancellationToken cancellation = default)
    {
        if (verdict.Manifest is not { } manifest) return false;
        var summary = new VerificationSummary
        {
            Manifest = manifest,
            Policies = verdict.Terms.Policies,
            Environment = verdict.Terms.Environment,
            Inputs = [.. verdict.Attestations.Select(attestation => (attestation.Name.Path, attestation.Digest))],
            Passed = verdict.Passed,
            VerifiedAt = verdict.VerifiedAt,
            Slipway = slipway,
        };
        var bundle = await BundleWriter.SignAsync(summary.ToStatement(signing), key, cancellation);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.WriteAllBytes(path, bundle);
        return true;
    }
}
