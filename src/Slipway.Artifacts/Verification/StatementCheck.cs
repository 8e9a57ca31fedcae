using System.Collections.Immutable;
using Slipway.Artifacts.Signing;
using Slipway.Evidence;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Keys;
using Slipway.Model.Problems;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Verification;

/// <summary>What became of checking every statement of a release: signatures first, then whether they are about this release and belong together.</summary>
/// <param name="Attestations">Those whose signature and form are good, by name.</param>
/// <param name="Problems">Everything that is wrong with any.</param>
internal sealed record StatementCheck(ImmutableArray<Attestation> Attestations, ImmutableArray<Problem> Problems)
{
    /// <summary>Of those that lie in a release's folder.</summary>
    /// <param name="folder">The release, absolute.</param>
    /// <param name="manifest">Null where it cannot be believed: then only signatures are checked.</param>
    /// <param name="keys">The keys to believe.</param>
    /// <param name="sbom">The bytes of the release's SBOM; null where it has none.</param>
    /// <param name="now">By the clock of whoever asks.</param>
    public static StatementCheck Of(
        string folder, ReleaseManifest? manifest, IReadOnlyCollection<TrustedKey> keys, ReadOnlyMemory<byte>? sbom, DateTimeOffset now)
    {
        var (statements, unreadable) = StatementFolder.Read(folder);
        var check = Of(statements, manifest, keys, sbom, now);
        return check with { Problems = [.. unreadable, .. check.Problems.Where(problem => !unreadable.Any(other => other.File == problem.File))] };
    }

    public static StatementCheck Of(
        ImmutableArray<(AttestationName Name, ReadOnlyMemory<byte> Bytes)> statements, ReleaseManifest? manifest,
        IReadOnlyCollection<TrustedKey> keys, ReadOnlyMemory<byte>? sbom, DateTimeOffset now)
    {
        var readings = statements.Select(statement => AttestationReader.Read(statement.Name, statement.Bytes, keys, now)).ToArray();
        ImmutableArray<Attestation> attestations = [.. readings.OfType<Reading<Attestation>.Accepted>().Select(reading => reading.Value).OrderBy(attestation => attestation.Name.Text, StringComparer.Ordinal)];
        var problems = readings.SelectMany(reading => reading.Problems);
        if (!statements.Any(statement => statement.Name == AttestationName.Provenance)) problems = problems.Prepend(Unsigned);
        if (manifest is not null) problems = problems.Concat(ReleaseClaims.Check(manifest, attestations, sbom));
        return new(attestations, [.. problems]);
    }

    private static Problem Unsigned => new()
    {
        Code = Codes.SignatureMissing,
        Message = $"{AttestationName.Provenance.Path} is missing: nobody vouches for where the release came from.",
        File = AttestationName.Provenance.Path,
        Mend = "Sign the release: ./build.sh --target=Sign.",
    };
}
