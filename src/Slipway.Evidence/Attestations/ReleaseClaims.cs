using System.Text.Json;
using Slipway.Evidence.Json;
using Slipway.Evidence.Provenance;
using Slipway.Evidence.Releases;
using Slipway.Evidence.Statements;
using Slipway.Model.Problems;
using Slipway.Model.Releases;

namespace Slipway.Evidence.Attestations;

/// <summary>Whether verified statements are about this release, all of them, and come from one act of signing.</summary>
public static class ReleaseClaims
{
    /// <param name="manifest">What the release says that it is.</param>
    /// <param name="attestations">All of its statements.</param>
    /// <param name="sbom">The bytes of the part <c>sbom</c>; null where the release has none, or they cannot be read.</param>
    public static IEnumerable<Problem> Check(ReleaseManifest manifest, IReadOnlyCollection<Attestation> attestations, ReadOnlyMemory<byte>? sbom)
    {
        var about = attestations.ToLookup(attestation => IsAbout(manifest, attestation, Trees(attestations)));
        foreach (var attestation in about[false]) yield return Differs(manifest, attestation);
        // Which of the two was changed cannot be known, so both are named.
        if (about[false].Any()) yield return At(ReleasePath.Manifest, Codes.SubjectDiffers, $"release.json describes {ReleaseSubjects.Of(manifest.Content)[0]}, which is not what was signed.");
        foreach (var problem in OneSigning(attestations)) yield return problem;
        foreach (var attestation in about[true])
        {
            if (attestation.Build is { } build)
                foreach (var problem in Origin(manifest, attestation, build)) yield return problem;
            if (attestation.Name == AttestationName.Sbom && !IsSbom(attestation.Statement.Predicate, sbom))
                yield return At(attestation.Name.Path, Codes.SbomDiffers, "The signed statement holds another SBOM than the release.");
        }
    }

    // The tree of the commit that gates are about, as the first of them has it: no manifest knows it, so all must say the same.
    private static string? Trees(IEnumerable<Attestation> attestations) => attestations
        .Where(attestation => attestation.Gate is not null)
        .SelectMany(attestation => attestation.Statement.Subjects)
        .Select(subject => subject.Digests.GetValueOrDefault("gitTree"))
        .FirstOrDefault(tree => tree is not null);

    private static bool IsAbout(ReleaseManifest manifest, Attestation attestation, string? tree)
    {
        var expected = ReleaseSubjects.Of(manifest.Content).AsEnumerable();
        if (attestation.Gate is not null && ReleaseSubjects.SourceOf(manifest.Origin, tree) is { } source) expected = expected.Append(source);
        var signed = attestation.Statement.Subjects.Select((subject, index) => index == 0 ? subject with { Annotations = subject.Annotations.Clear() } : subject);
        return expected.Select(Text).SequenceEqual(signed.Select(Text), StringComparer.Ordinal);
    }

    private static string Text(Subject subject) =>
        string.Join('\n', [subject.Name, .. subject.Digests.Select(digest => $"{digest.Key}:{digest.Value}"), .. subject.Annotations.Select(note => $"{note.Key}={note.Value}")]);

    private static Problem Differs(ReleaseManifest manifest, Attestation attestation) => At(attestation.Name.Path, Codes.SubjectDiffers,
        $"The statement is about {string.Join(", ", attestation.Statement.Subjects)}, and not about {string.Join(", ", ReleaseSubjects.Of(manifest.Content))} "
        + $"from {manifest.Origin.Commit ?? "no commit"}: it was exchanged, or what it signs was changed.");

    private static IEnumerable<Problem> OneSigning(IReadOnlyCollection<Attestation> attestations)
    {
        // What most of them say stands for the release; of one that says otherwise it is known that it came from elsewhere.
        var most = attestations.GroupBy(attestation => attestation.Signing).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.SignedAt).FirstOrDefault();
        return attestations.Where(attestation => attestation.Signing != most!.Key).Select(attestation => At(attestation.Name.Path, Codes.SigningsDiffer,
            $"It was signed in the run {attestation.Signing.Invocation} at {Rfc3339.Write(attestation.Signing.SignedAt)}, and the other statements in {most!.Key.Invocation} at {Rfc3339.Write(most.Key.SignedAt)}: "
            + "statements of one release come from one signing."));
    }

    private static IEnumerable<Problem> Origin(ReleaseManifest manifest, Attestation attestation, BuildFacts build) =>
        JsonDifference.Between(ReleaseProvenance.PredicateOf(manifest, build), attestation.Statement.Predicate)
            .Select(difference => At(ReleasePath.Manifest, Codes.OriginDiffers, $"The origin in release.json is not what was signed: {difference}."));

    private static bool IsSbom(JsonElement predicate, ReadOnlyMemory<byte>? sbom)
    {
        if (sbom is not { } bytes) return false;
        var reading = new StrictJson("sbom", Codes.SbomDiffers, "").Read(bytes, Codes.SbomDiffers, root => new Box(root));
        return reading.Match(box => JsonElement.DeepEquals(box.Json, predicate), _ => false);
    }

    private static Problem At(string file, string code, string message) =>
        new() { Code = code, Message = message, File = file, Mend = "Take the release again from where it was built, or package and sign the unit again." };

    private sealed record Box(JsonElement Json);
}
