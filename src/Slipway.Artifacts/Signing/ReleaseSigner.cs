using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Verification;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Bundles;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Releases;
using Slipway.Evidence.Statements;
using Slipway.Model;
using Slipway.Model.Problems;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Signing;

/// <summary>Signs statements about a release, after reading every byte that it is about to vouch for.</summary>
public static class ReleaseSigner
{
    /// <param name="folder">The release, as the writer left it.</param>
    /// <param name="key">The key to sign with.</param>
    /// <param name="evidence">What is to be said of the release.</param>
    /// <param name="packaged">The digest that packaging recorded; what lies there now must still be that.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <exception cref="KnownFailureException">
    /// What lies there is not what was packaged, or holds a statement that was altered; every such file is named.
    /// </exception>
    public static async Task<SignedRelease> SignAsync(
        string folder, SigningKey key, ReleaseEvidence evidence, Digest? packaged = null, CancellationToken cancellation = default)
    {
        folder = Path.GetFullPath(folder);
        var manifest = ReleaseFolder.ReadManifest(folder).Match(read => read, problems => throw new KnownFailureException(problems));
        var differences = await ReleaseFolder.CompareAsync(folder, manifest.Content, cancellation);
        if (!differences.IsEmpty) throw new KnownFailureException(differences);
        var digest = ReleaseManifestWriter.DigestOf(manifest.Content);
        if (packaged is { } wanted && wanted != digest) throw new KnownFailureException(NotAsPackaged(wanted, digest));
        var sbom = ReleaseFolder.ReadSbom(folder, manifest.Content);
        var statements = Statements(manifest, evidence, key, sbom);
        var signed = new SignedRelease { Digest = digest, Key = key.Public, KeyKind = key.Kind };

        var present = StatementCheck.Of(folder, manifest, [Self(key)], sbom, evidence.SignedAt);
        if (present.Problems.All(MaySignOver) && ReleaseFolder.Stray(folder, manifest).ToList() is { Count: > 0 } stray) throw new KnownFailureException(stray);
        // ECDSA is randomised: signing again would change files that say nothing new.
        if (present.Problems.IsEmpty && Cover(present.Attestations, statements))
        {
            DerivedFiles.Write(folder, manifest);
            return signed with { Kept = true, Statements = present.Attestations.Length };
        }
        // A statement that was altered is reported; signing over it would hide that.
        if (!present.Problems.All(MaySignOver)) throw new KnownFailureException([.. present.Problems.Select(fault => fault with { Mend = ReleaseFolder.Mend(folder) })]);

        var bundles = new List<(AttestationName Name, byte[] Bytes)>();
        foreach (var (name, statement) in statements) bundles.Add((name, await BundleWriter.SignAsync(statement, key, cancellation)));
        var faults = StatementCheck.Of([.. bundles.Select(bundle => (bundle.Name, (ReadOnlyMemory<byte>)bundle.Bytes))], manifest, [Self(key)], sbom, evidence.SignedAt).Problems;
        // What a gate says against itself is no signer's doing.
        if (faults.Any(fault => fault.Code is not Evidence.Codes.GateContradicts)) throw new KnownFailureException([SignerFailed(key), .. faults]);
        if (!faults.IsEmpty) throw new KnownFailureException(faults);
        StatementFolder.Place(folder, bundles);
        DerivedFiles.Write(folder, manifest);
        return signed with { Statements = bundles.Count };
    }

    private static TrustedKey Self(SigningKey key) => new(key.Public, key.Kind, "the key to sign with");

    private static bool Cover(ImmutableArray<Attestation> present, ImmutableArray<(AttestationName Name, Statement Statement)> wanted) =>
        wanted.All(want => present.Any(attestation => attestation.Name == want.Name && ReleaseStatements.SayTheSame(attestation.Statement, want.Statement)));

    // There is none, or another key made it, or the same key in another office.
    private static bool MaySignOver(Problem fault) =>
        fault.Code is Codes.SignatureMissing or Evidence.Codes.UnknownKey or Evidence.Codes.KeyKindDiffers;

    private static ImmutableArray<(AttestationName Name, Statement Statement)> Statements(
        ReleaseManifest manifest, ReleaseEvidence evidence, SigningKey key, ReadOnlyMemory<byte>? sbom)
    {
        try
        {
            return ReleaseStatements.Of(manifest, evidence, key.Kind, sbom);
        }
        catch (JsonException error)
        {
            throw new KnownFailureException(new Problem
            {
                Code = Codes.SbomUnreadable,
                Message = $"The release's SBOM is no JSON, so no statement can hold it: {error.Message}",
                File = manifest.Content.Parts["sbom"],
                Mend = "Package the unit again.",
            });
        }
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
