using System.Collections.Immutable;
using Slipway.Artifacts.Releases;
using Slipway.Evidence;
using Slipway.Evidence.Bundles;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Provenance;
using Slipway.Evidence.Releases;
using Slipway.Model.Problems;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Verification;

/// <summary>
/// Verifies a release from its bytes alone, offline: it needs the folder and the keys that somebody trusts, and nothing that the folder
/// says about itself is believed. Every mismatch is reported, each with its file.
/// </summary>
public static class ReleaseVerifier
{
    /// <param name="folder">The release.</param>
    /// <param name="keys">The keys to believe; see <see cref="Keys.KeyStore"/>.</param>
    /// <param name="address">Which release ought to lie there; without it, any release that is whole passes.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<ReleaseVerdict> VerifyAsync(
        string folder, IReadOnlyCollection<TrustedKey> keys, ReleaseAddress? address = null, CancellationToken cancellation = default)
    {
        folder = Path.GetFullPath(folder);
        if (!Directory.Exists(folder)) return new() { Folder = folder, Problems = [NoRelease(folder)] };
        var reading = ReleaseFolder.ReadManifest(folder);
        var manifest = reading.Match<ReleaseManifest?>(read => read, _ => null);
        var bundle = ReadBundle(folder, keys);
        var verified = bundle.Match<VerifiedStatement?>(read => read, _ => null);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        problems.AddRange(reading.Problems);
        problems.AddRange(bundle.Problems);
        if (verified is not null) problems.AddRange(CheckForm(verified));
        if (manifest is not null)
        {
            if (address is not null) problems.AddRange(CheckAddress(manifest, address));
            if (verified is not null) problems.AddRange(CheckStatement(manifest, verified));
        }
        problems.AddRange(manifest is not null
            ? [.. await ReleaseFolder.CompareAsync(folder, manifest.Content, cancellation), .. ReleaseFolder.CompareDerived(folder, manifest.Content)]
            : ReleaseFolder.Links(folder));
        return new()
        {
            Folder = folder,
            Manifest = manifest,
            Digest = manifest is null ? null : ReleaseManifestWriter.DigestOf(manifest.Content),
            Key = verified?.Key.Key,
            KeyKind = verified is null ? null : ReleaseProvenance.KeyKindOf(verified.Statement.Predicate),
            Problems = [.. problems.Select(problem => Mended(problem, folder))],
        };
    }

    /// <summary>Everything that the signed statement must say about this manifest, and does not.</summary>
    internal static IEnumerable<Problem> CheckStatement(ReleaseManifest manifest, VerifiedStatement verified)
    {
        var subject = ReleaseProvenance.SubjectOf(manifest.Content);
        var about = verified.CheckAbout(subject, Uris.SlsaProvenance, ReleasePath.Bundle).ToList();
        foreach (var problem in about) yield return problem;
        if (about.Count > 0)
        {
            // Which of the two was changed cannot be known, so both are named.
            yield return At(ReleasePath.Manifest, Evidence.Codes.SubjectDiffers,
                $"release.json describes {subject}, which is not what was signed.");
            yield break;
        }
        var predicate = verified.Statement.Predicate;
        if (ReleaseProvenance.KeyKindOf(predicate) is not { } kind)
        {
            yield return At(ReleasePath.Bundle, Codes.KeyKindDiffers, "The provenance does not say with what kind of key it was signed.");
            yield break;
        }
        if (verified.Key.Kind is { } known && known != kind)
        {
            yield return At(ReleasePath.Bundle, Codes.KeyKindDiffers,
                $"The provenance claims a {Word(kind)} key, and {verified.Key.Source} is a {Word(known)} key.");
        }
        var expected = ReleaseProvenance.PredicateOf(manifest, kind);
        foreach (var difference in PredicateDifference.Between(expected, predicate, ""))
        {
            yield return At(ReleasePath.Manifest, Evidence.Codes.OriginDiffers,
                $"The origin in release.json is not what was signed: {difference}.");
        }
    }

    private static Reading<VerifiedStatement> ReadBundle(string folder, IReadOnlyCollection<TrustedKey> keys)
    {
        var (bytes, problem) = ReleaseFolder.ReadMetadata(folder, ReleasePath.Bundle, Codes.SignatureMissing);
        return problem is null ? BundleVerifier.Verify(bytes, keys, ReleasePath.Bundle) : Reading<VerifiedStatement>.Reject(problem);
    }

    /// <summary>What would let a byte of the bundle change unseen.</summary>
    internal static IEnumerable<Problem> CheckForm(VerifiedStatement verified)
    {
        if (!verified.HasOurForm)
        {
            yield return At(ReleasePath.Bundle, Evidence.Codes.BundleForm,
                "The bundle's signature is good, but its bytes are not the ones that Slipway wrote.");
        }
    }

    private static IEnumerable<Problem> CheckAddress(ReleaseManifest manifest, ReleaseAddress expected)
    {
        var actual = new ReleaseAddress(manifest.Content.Unit, manifest.Origin.Version);
        if (actual != expected)
            yield return At(ReleasePath.Manifest, Codes.Misplaced, $"This is {actual}, and it lies where {expected} belongs.");
    }

    private static Problem At(string file, string code, string message) => new()
    {
        Code = code,
        Message = message,
        File = file,
    };

    // Only a key is nobody's fault; whatever else is wrong is never repaired in place.
    private static Problem Mended(Problem problem, string folder) =>
        problem.Code == Evidence.Codes.UnknownKey ? problem : problem with { Mend = ReleaseFolder.Mend(folder) };

    private static Problem NoRelease(string folder) => new()
    {
        Code = Codes.ReleaseMissing,
        Message = $"There is no release at {folder}.",
        Mend = "Build it: ./build.sh --target=Sign.",
    };

    private static string Word(KeyKind kind) => kind.ToString().ToLowerInvariant();
}
