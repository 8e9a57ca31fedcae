using System.Text.Json;
using Slipway.Artifacts.Inspection;

namespace Slipway.Frosting.Inspection;

/// <summary>A release, and what differs from another, as a program reads it.</summary>
internal static class InspectJson
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <param name="release">The release.</param>
    /// <param name="earlier">What it is compared with; null for nothing.</param>
    public static string Write(InspectedRelease release, InspectedRelease? earlier) => JsonSerializer.Serialize(
        new { Release = Told(release), Against = earlier is null ? null : Told(earlier), Difference = earlier is null ? null : Told(ReleaseDifference.Between(earlier, release)) },
        Indented);

    private static object Told(InspectedRelease release)
    {
        var (verdict, manifest) = (release.Verdict, release.Verdict.Manifest!);
        return new
        {
            Verifies = verdict.Passed,
            Unit = manifest.Content.Unit.ToString(),
            manifest.Origin.Version,
            Digest = verdict.Digest?.ToString(),
            manifest.Origin.Commit,
            manifest.Origin.Dirty,
            manifest.Origin.Builder,
            manifest.Content.Parts,
            Files = manifest.Content.Files.Length,
            release.Packages,
            release.Statements,
            Gates = verdict.Attestations.Where(attestation => attestation.Gate is not null).Select(attestation => new
            {
                Gate = attestation.Gate!.Gate.ToString(), Verdict = attestation.Gate.Word, attestation.Gate.ExecutedBy, attestation.Gate.ExecutedAt, attestation.Gate.Numbers,
            }),
            Problems = verdict.Problems.Select(problem => new { problem.Code, problem.Message, problem.File, problem.Mend }),
        };
    }

    private static object Told(ReleaseDifference difference) => new
    {
        difference.Files.Added,
        difference.Files.Removed,
        difference.Files.Changed,
        Packages = difference.Packages.Select(Told),
        Statements = difference.Statements.Select(Told),
    };

    private static object Told((string Name, string? Before, string? After) change) => new { change.Name, change.Before, change.After };
}
