using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Machine.Git;
using Slipway.Pipeline.Checkups;
using Slipway.Workspace.DotNet.Proof;

namespace Slipway.Frosting.Output;

/// <summary>How the machine, the texts and what was kept of the projects stand: for people, or as JSON.</summary>
internal static class DoctorText
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static IEnumerable<(string Text, bool IsGood)> Lines(ImmutableArray<Checkup> checkups, EvaluationProof proof, IReadOnlyList<OtherLineEnds> lineEnds)
    {
        const string LineEnds = "line ends";
        const string Projects = "projects";
        var width = checkups.Select(checkup => checkup.Name).Append(LineEnds).Append(Projects).Max(name => name.Length);
        foreach (var checkup in checkups)
        {
            yield return ($"{checkup.Name.PadRight(width)}  {checkup.Found}", checkup.IsGood);
            if (checkup.Mend is { } mend) yield return ($"{new string(' ', width)}  mend: {mend}", false);
        }
        yield return ($"{LineEnds.PadRight(width)}  {(lineEnds.Count == 0 ? "as git checks them out" : $"{lineEnds.Count} files have others than git checks out")}", lineEnds.Count == 0);
        var different = proof.Differences.Select(difference => difference.Project).Distinct().Count();
        var outcome = different == 0 ? "all equal" : $"{different} different";
        yield return ($"{Projects.PadRight(width)}  {proof.Projects} projects read, {proof.Kept} kept, {outcome}", different == 0);
    }

    public static string Json(ImmutableArray<Checkup> checkups, EvaluationProof proof, IReadOnlyList<OtherLineEnds> lineEnds) => JsonSerializer.Serialize(
        new { Checkups = checkups.Select(checkup => new { checkup.Name, checkup.Found, checkup.Mend }), Projects = proof, LineEnds = lineEnds }, Indented);
}
