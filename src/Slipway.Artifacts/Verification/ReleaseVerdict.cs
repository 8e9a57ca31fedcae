using System.Collections.Immutable;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Keys;
using Slipway.Model;
using Slipway.Model.Problems;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Verification;

/// <summary>What verifying one release came to.</summary>
public sealed record ReleaseVerdict
{
    /// <summary>Absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>What <c>release.json</c> says, as far as it could be read. To be believed only if <see cref="Passed"/>.</summary>
    public ReleaseManifest? Manifest { get; init; }

    /// <summary>The release digest, computed from the manifest.</summary>
    public Digest? Digest { get; init; }

    /// <summary>What it was held against.</summary>
    public required VerificationTerms Terms { get; init; }

    public required DateTimeOffset VerifiedAt { get; init; }

    /// <summary>The statements whose signature verified, by name, whatever else is wrong.</summary>
    public ImmutableArray<Attestation> Attestations { get; init; } = [];

    /// <summary>The trusted key that signed the provenance, whatever else is wrong.</summary>
    public VerificationKey? Key => Provenance?.Key.Key;

    /// <summary>The kind of key that the signed provenance owns up to.</summary>
    public KeyKind? KeyKind => Provenance?.Signing.Key;

    /// <summary>Everything that is wrong, fit to be printed whatever the release holds. <see cref="Problem.File"/> is relative to <see cref="Folder"/>.</summary>
    public required ImmutableArray<Problem> Problems { get; init => field = [.. value.Select(Printable.Of)]; }

    public bool Passed => Problems.IsEmpty;

    /// <summary>One line: the verdict, the digest, and which kind of key signed.</summary>
    public string Summary => Printable.Of(Passed
        ? $"{Manifest!.Content.Unit} {Manifest.Origin.Version} is {Digest}: {Manifest.Content.Files.Length} files, {Statements}, signed by {KeyWords}"
        : $"{(Manifest is null ? Folder : $"{Manifest.Content.Unit} {Manifest.Origin.Version}")} does not verify: {Count}");

    private string KeyWords => KeyKind is Evidence.Keys.KeyKind.Development
        ? $"a development key ({Key!.Id}), good up to dev"
        : $"a release key ({Key!.Id})";

    private Attestation? Provenance => Attestations.FirstOrDefault(attestation => attestation.Name == AttestationName.Provenance);

    private string Statements => Attestations.Length == 1 ? "1 statement" : $"{Attestations.Length} statements";

    private string Count => Problems.Length == 1 ? "1 problem" : $"{Problems.Length} problems";

    /// <summary>The problems with their files relative to another folder, such as the platform's root.</summary>
    public ImmutableArray<Problem> ProblemsFrom(string root) => ReleaseProblems.From(root, Folder, Problems);
}
