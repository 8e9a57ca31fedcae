using System.Collections.Immutable;
using Slipway.Artifacts.Releases;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Policies;
using Slipway.Evidence.Releases;
using Slipway.Model.Problems;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Verification;

/// <summary>
/// Verifies a release from its bytes alone, offline: it needs the folder and the keys that somebody trusts, and nothing that the folder
/// says about itself is believed. First every byte is read, then every signature checked, then every claim, and a release that is whole is
/// held against the policy. Every mismatch is reported, each with its file.
/// </summary>
public static class ReleaseVerifier
{
    /// <summary>Verifies with the policy that is built in for <c>local</c>.</summary>
    /// <param name="folder">The release.</param>
    /// <param name="keys">The keys to believe; see <see cref="Keys.KeyStore"/>.</param>
    /// <param name="address">Which release ought to lie there; without it, any release that is whole passes.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static Task<ReleaseVerdict> VerifyAsync(
        string folder, IReadOnlyCollection<TrustedKey> keys, ReleaseAddress? address = null, CancellationToken cancellation = default) =>
        VerifyAsync(folder, new VerificationTerms { Keys = keys, Address = address }, cancellation);

    /// <param name="folder">The release.</param>
    /// <param name="terms">What it is held against.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<ReleaseVerdict> VerifyAsync(string folder, VerificationTerms terms, CancellationToken cancellation = default)
    {
        folder = Path.GetFullPath(folder);
        var now = terms.Time.GetUtcNow();
        var verdict = new ReleaseVerdict { Folder = folder, Terms = terms, VerifiedAt = now, Problems = [] };
        if (!Directory.Exists(folder)) return verdict with { Problems = [NoRelease(folder)] };
        try
        {
            return await VerifyAsync(verdict, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return verdict with { Problems = [Unreadable(folder, error.Message)] };
        }
    }

    private static async Task<ReleaseVerdict> VerifyAsync(ReleaseVerdict verdict, CancellationToken cancellation)
    {
        var (folder, terms, now) = (verdict.Folder, verdict.Terms, verdict.VerifiedAt);
        var reading = ReleaseFolder.ReadManifest(folder);
        var manifest = reading.Match<ReleaseManifest?>(read => read, _ => null);
        ImmutableArray<Problem> content = manifest is not null ? await ReleaseFolder.CompareAsync(folder, manifest.Content, cancellation) : [.. ReleaseFolder.Links(folder)];
        var sbom = manifest is null ? null : ReleaseFolder.ReadSbom(folder, manifest.Content);
        var check = StatementCheck.Of(folder, manifest, terms.Keys, sbom, now);
        // What is the cause comes first, and what follows from it last. A manifest that neither the files nor the statements agree with is the cause.
        var derived = manifest is not null ? ReleaseFolder.CompareDerived(folder, manifest) : [];
        var claims = check.Problems.ToLookup(problem => !content.IsEmpty && problem.File == ReleasePath.Manifest);
        ImmutableArray<Problem> problems = [.. reading.Problems, .. Misplaced(manifest, terms.Address), .. claims[true], .. content, .. claims[false], .. derived];
        // A policy is about what was proved. Where anything is wrong, nothing is.
        if (manifest is not null && problems.IsEmpty)
            problems = PolicyJudge.Judge(terms.Policies.Of(terms.Environment), manifest, check.Attestations, now);
        else
            problems = [.. problems.Select(problem => Mended(problem, folder))];
        return verdict with
        {
            Manifest = manifest,
            Digest = manifest is null ? null : ReleaseManifestWriter.DigestOf(manifest.Content),
            Attestations = check.Attestations,
            Problems = problems,
        };
    }

    private static IEnumerable<Problem> Misplaced(ReleaseManifest? manifest, ReleaseAddress? expected)
    {
        if (manifest is null || expected is null) yield break;
        var actual = new ReleaseAddress(manifest.Content.Unit, manifest.Origin.Version);
        if (actual == expected) yield break;
        yield return new()
        {
            Code = Codes.Misplaced,
            Message = $"This is {actual}, and it lies where {expected} belongs.",
            File = ReleasePath.Manifest,
        };
    }

    // Of a key it is somebody's decision whether it counts; whatever else is wrong is never repaired in place.
    private static Problem Mended(Problem problem, string folder) => problem.Code
        is Evidence.Codes.UnknownKey or Evidence.Codes.KeyRevoked or Evidence.Codes.KeyOutOfTime or Evidence.Codes.KeyMayNotAttest or Evidence.Codes.FutureTime
        ? problem
        : problem with { Mend = ReleaseFolder.Mend(folder) };

    private static Problem Unreadable(string folder, string why) => new()
    {
        Code = Codes.FileUnreadable,
        Message = $"Not all of {folder} can be read, so nothing of it is proved: {why}",
        Mend = "Take the release again from where it was built, or give yourself the right to read it.",
    };

    private static Problem NoRelease(string folder) => new()
    {
        Code = Codes.ReleaseMissing,
        Message = $"There is no release at {folder}.",
        Mend = "Build it: ./build.sh --target=Sign.",
    };
}
