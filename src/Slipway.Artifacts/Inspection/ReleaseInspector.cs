using Slipway.Artifacts.Verification;
using Slipway.Evidence.Bundles;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Releases;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Inspection;

/// <summary>Looks into a release without asking anything of it: what does not verify is told as well.</summary>
public static class ReleaseInspector
{
    /// <param name="folder">The release.</param>
    /// <param name="keys">The keys to believe.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="KnownFailureException">There is nothing that could be a release.</exception>
    public static async Task<InspectedRelease> InspectAsync(string folder, IReadOnlyCollection<TrustedKey> keys, CancellationToken cancellation = default)
    {
        var verdict = await ReleaseVerifier.VerifyAsync(folder, keys, cancellation: cancellation);
        if (verdict.Manifest is null) throw new KnownFailureException(verdict.Problems);
        var attestations = Path.Combine(verdict.Folder, ReleasePath.Attestations);
        var files = Directory.Exists(attestations) ? Directory.EnumerateFiles(attestations).Select(file => $"{ReleasePath.Attestations}/{Path.GetFileName(file)}") : [];
        return new()
        {
            Verdict = verdict,
            Statements = [.. files.Order(StringComparer.Ordinal).Select(file => Look(verdict.Folder, file, keys))],
            Packages = ReleaseFolder.ReadSbom(verdict.Folder, verdict.Manifest.Content) is { } sbom ? InspectedPackage.Read(sbom) : [],
        };
    }

    private static InspectedStatement Look(string folder, string file, IReadOnlyCollection<TrustedKey> keys)
    {
        var (bytes, problem) = ReleaseFolder.ReadMetadata(folder, file, Codes.SignatureMissing);
        return problem is not null ? new(file, null, null, problem.Message) : BundleVerifier.Verify(bytes, keys, file).Match(
            verified => new InspectedStatement(file, verified.Statement.PredicateType, verified.Key.Key.Id, null),
            problems => new InspectedStatement(file, null, null, problems[0].Message));
    }
}
