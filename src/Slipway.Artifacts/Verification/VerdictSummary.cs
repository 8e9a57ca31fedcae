using Slipway.Evidence.Bundles;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Statements;
using Slipway.Evidence.Summaries;
using Slipway.Machine.Files;
using Slipway.Model.Problems;

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
    /// <exception cref="BadInputException">The file would lie in the release, or cannot be written.</exception>
    public static async Task<bool> WriteAsync(
        ReleaseVerdict verdict, string path, SigningKey key, SigningAct signing, string? slipway = null, CancellationToken cancellation = default)
    {
        if (verdict.Manifest is not { } manifest) return false;
        if (Path.GetFullPath(path).StartsWith(verdict.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw Unwritten(path, "it would lie in the release, which holds only what was signed");
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
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            AtomicFile.WriteAllBytes(path, bundle);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unwritten(path, error.Message.TrimEnd('.'), error);
        }
        return true;
    }

    private static BadInputException Unwritten(string path, string why, Exception? inner = null)
    {
        var problem = new Problem
        {
            Code = Codes.SummaryUnwritten,
            Message = $"The summary cannot be written to {path}: {why}.",
            Mend = "Name another place with --vsa: with --release a file, else a folder.",
        };
        return inner is null ? new(problem) : new(problem, inner);
    }
}
