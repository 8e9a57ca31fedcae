using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Verification;
using Slipway.Evidence.Bundles;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Provenance;
using Slipway.Evidence.Releases;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Problems;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Signing;

/// <summary>Signs a release's provenance, after reading every byte that it is about to vouch for.</summary>
public static class ReleaseSigner
{
    /// <param name="folder">The release, as the writer left it.</param>
    /// <param name="key">The key to sign with.</param>
    /// <param name="packaged">The digest that packaging recorded; what lies there now must still be that.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <exception cref="KnownFailureException">
    /// What lies there is not what was packaged, or holds a signature that was altered; every such file is named.
    /// </exception>
    public static async Task<SignedRelease> SignAsync(
        string folder, SigningKey key, Digest? packaged = null, CancellationToken cancellation = default)
    {
        folder = Path.GetFullPath(folder);
        var manifest = ReleaseFolder.ReadManifest(folder).Match(read => read, problems => throw new KnownFailureException(problems));
        var differences = await ReleaseFolder.CompareAsync(folder, manifest.Content, cancellation);
        if (!differences.IsEmpty) throw new KnownFailureException(differences);
        var digest = ReleaseManifestWriter.DigestOf(manifest.Content);
        if (packaged is { } wanted && wanted != digest) throw new KnownFailureException(NotAsPackaged(wanted, digest));
        var signed = new SignedRelease { Digest = digest, Key = key.Public, KeyKind = key.Kind };

        var (present, problem) = ReleaseFolder.ReadMetadata(folder, ReleasePath.Bundle, Codes.SignatureMissing);
        var before = problem is null ? Faults(present, manifest, key) : [problem];
        if (before.All(MaySignOver) && ReleaseFolder.Stray(folder, manifest.Content).ToList() is { Count: > 0 } stray) throw new KnownFailureException(stray);
        // ECDSA is randomised: signing again would change a file that says nothing new.
        if (before.Count == 0)
        {
            DerivedFiles.Write(folder, manifest.Content);
            return signed with { Kept = true };
        }
        // A signature that was altered is reported; signing over it would hide that.
        if (!before.All(MaySignOver)) throw new KnownFailureException([.. before.Select(fault => fault with { Mend = ReleaseFolder.Mend(folder) })]);

        var bundle = await BundleWriter.SignAsync(ReleaseProvenance.StatementOf(manifest, key.Kind), key, cancellation);
        if (Faults(bundle, manifest, key) is { Count: > 0 } faults) throw new KnownFailureException([SignerFailed(key), .. faults]);
        Place(folder, bundle);
        DerivedFiles.Write(folder, manifest.Content);
        return signed;
    }

    // There is none, or another key made it, or the same key in another office.
    private static bool MaySignOver(Problem fault) =>
        fault.Code is Codes.SignatureMissing or Evidence.Codes.UnknownKey or Codes.KeyKindDiffers;

    private static List<Problem> Faults(ReadOnlyMemory<byte> bundle, ReleaseManifest manifest, SigningKey key)
    {
        TrustedKey self = new(key.Public, key.Kind, "the key to sign with");
        return BundleVerifier.Verify(bundle, [self], ReleasePath.Bundle).Match<List<Problem>>(
            verified => [.. ReleaseVerifier.CheckForm(verified), .. ReleaseVerifier.CheckStatement(manifest, verified)],
            problems => [.. problems]);
    }

    // The temporary file lies beside the release, not in it: after a crash the release must not hold a file that nobody knows.
    private static void Place(string folder, byte[] bundle)
    {
        var target = Path.Combine(folder, ReleasePath.Bundle);
        var beside = Path.Combine(Path.GetDirectoryName(folder)!, $".{Path.GetFileName(folder)}.sigstore.json");
        AtomicFile.WriteAllBytes(beside, bundle);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(beside, target, overwrite: true);
    }

    private static Problem NotAsPackaged(Digest packaged, Digest present) => new()
    {
        Code = Codes.NotAsPackaged,
        Message = $"The release is {present}, and {packaged} was packaged: it was exchanged before it could be signed.",
        File = ReleasePath.Manifest,
        Mend = "Package the unit again.",
    };

    private static Problem SignerFailed(SigningKey key) => new()
    {
        Code = Codes.SignerFailed,
        Message = $"The signer for {key.Public.Id} gave a signature that its own public key refuses; nothing was written.",
        Mend = "Check that the public key belongs to the private one, and that the signer gives ECDSA over P-256 and SHA-256 in DER.",
    };
}
