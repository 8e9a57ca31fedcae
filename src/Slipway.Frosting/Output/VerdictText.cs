using System.Globalization;
using Slipway.Artifacts.Verification;
using Slipway.Evidence.Attestations;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Output;

/// <summary>What verifying a release came to, for people: what each statement says, then the verdict.</summary>
internal static class VerdictText
{
    public static IEnumerable<string> Lines(ReleaseVerdict verdict)
    {
        var width = verdict.Attestations.Select(attestation => attestation.Name.Text.Length).DefaultIfEmpty().Max();
        foreach (var attestation in verdict.Attestations) yield return $"  {attestation.Name.Text.PadRight(width)}  {Says(attestation)}";
        yield return $"{verdict.Summary}{(verdict.Passed ? $"; {Environment(verdict)} may have it" : "")} (policy: {verdict.Terms.Policies.Source})";
    }

    /// <summary>What one statement tells, in a line.</summary>
    public static string Says(Attestation attestation)
    {
        var when = attestation.ExecutedAt is { } time ? time.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) : null;
        var words = attestation.Gate is { } gate
            ? new[] { gate.Word, gate.Outcome.Match(() => Numbers(attestation), why => why, why => why), gate.ExecutedBy is { } by ? $"by {by}" : null, when, gate.Replayed ? "replayed" : null }
            : [$"signed by {attestation.Signing.Builder}", when is null ? null : $"built {when}"];
        return Printable.Of(string.Join(", ", words.Where(word => !string.IsNullOrEmpty(word))));
    }

    private static string Numbers(Attestation attestation) =>
        string.Join(' ', attestation.Gate!.Numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number.Value} {number.Key}")));

    private static string Environment(ReleaseVerdict verdict) => verdict.Terms.Environment.ToString().ToLowerInvariant();
}
