using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Slipway.Frosting.Output;

/// <summary>A matrix of jobs, in the words of each CI service.</summary>
internal static class MatrixText
{
    // On one line, as the services want it; a unit's name is read by people there.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<string> Lines(IReadOnlyList<MatrixEntry> jobs)
    {
        if (jobs.Count == 0)
        {
            yield return "There is nothing to share: every result is kept, or nothing is affected.";
            yield break;
        }
        yield return string.Create(CultureInfo.InvariantCulture, $"{jobs.Count} jobs; the longest is expected to take {jobs[0].Seconds:0.#} s, all together {jobs.Sum(job => job.Seconds):0.#} s");
        foreach (var job in jobs) yield return string.Create(CultureInfo.InvariantCulture, $"  {job.Seconds,7:0.0} s  ./build.sh {job.Arguments}");
    }

    /// <summary>For <c>strategy.matrix: ${{ fromJSON(…) }}</c>. GitHub refuses an empty one: let the job's <c>if</c> ask for it.</summary>
    public static string GitHub(IReadOnlyList<MatrixEntry> jobs) => JsonSerializer.Serialize(
        new { Include = jobs.Select(job => new { job.Name, job.Arguments, job.Units, job.Stages, job.Seconds }) }, Json);

    /// <summary>For <c>strategy.matrix: $[ … ]</c>: each key names a job, each value is the variables of it.</summary>
    public static string Azure(IReadOnlyList<MatrixEntry> jobs) => JsonSerializer.Serialize(
        jobs.Index().ToDictionary(
            pair => string.Create(CultureInfo.InvariantCulture, $"job{pair.Index + 1}"),
            pair => new { SlipwayName = pair.Item.Name, SlipwayArguments = pair.Item.Arguments }),
        Json);

    /// <summary>A child pipeline. It may not be empty, so there is a job that says so.</summary>
    public static IEnumerable<string> GitLab(IReadOnlyList<MatrixEntry> jobs)
    {
        yield return "include:";
        yield return "  - local: .gitlab/slipway.yml";
        // A child pipeline does not know by itself that it belongs to a merge request, and its results must not count as the main branch's.
        if (Environment.GetEnvironmentVariable("CI_MERGE_REQUEST_IID") is { Length: > 0 } request)
        {
            yield return "";
            yield return "variables:";
            yield return $"  CI_MERGE_REQUEST_IID: \"{request}\"";
        }
        foreach (var job in jobs)
        {
            yield return "";
            yield return $"\"{job.Name}\":";
            yield return "  extends: .slipway-job";
            yield return "  variables:";
            yield return $"    SLIPWAY_ARGUMENTS: \"{job.Arguments}\"";
        }
        if (jobs.Count > 0) yield break;
        yield return "";
        yield return "\"nothing to prove\":";
        yield return "  script:";
        yield return "    - echo \"Every result is kept, or nothing is affected.\"";
    }
}
