using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Slipway.Evaluation.Grading;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Suites.Baselines;

/// <summary>Reads and writes <c>evals/SUITE.baseline.json</c>: committed, and read in reviews, so one case stands on one line.</summary>
public static class BaselineFile
{
    private const string Format = "slipway-evaluation-baseline/1";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The suite's baseline; null when none is stored.</summary>
    /// <exception cref="BadInputException">It is stored and cannot be used.</exception>
    public static Baseline? Read(EvaluationSuite suite)
    {
        if (!File.Exists(suite.BaselineFile)) return null;
        try
        {
            var written = JsonSerializer.Deserialize<Written>(File.ReadAllText(suite.BaselineFile), Json);
            if (written is not { Format: Format, Cases: not null } || written.Suite != suite.Name || !Digest.TryParse(written.Dataset, out var dataset))
                throw Unusable(suite, $"it is not of the format {Format} for the suite '{suite.Name}'", null);
            return new()
            {
                BlessedAt = written.BlessedAt,
                Scores = new()
                {
                    Dataset = dataset,
                    Repeats = written.Repeats,
                    Cases = [.. written.Cases.Value.Select(one => new CaseScore { Id = one.Id, Passed = one.Passed, Score = one.Score, Metrics = one.Metrics })],
                },
            };
        }
        catch (JsonException exception)
        {
            throw Unusable(suite, "it is not JSON of the right shape", exception);
        }
    }

    /// <summary>Accepts a run as what later runs are compared with.</summary>
    public static void Write(EvaluationSuite suite, Baseline baseline)
    {
        var scores = baseline.Scores;
        var cases = scores.Cases.OrderBy(score => score.Id, StringComparer.Ordinal)
            .Select(score => "    " + JsonSerializer.Serialize(new WrittenCase(score.Id, score.Passed, score.Score, score.Metrics), Json));
        var text = $$"""
            {
              "format": "{{Format}}",
              "suite": {{JsonSerializer.Serialize(suite.Name, Json)}},
              "dataset": "{{scores.Dataset}}",
              "repeats": {{scores.Repeats}},
              "blessedAt": {{JsonSerializer.Serialize(baseline.BlessedAt.ToUniversalTime(), Json)}},
              "cases": [
            {{string.Join(",\n", cases)}}
              ]
            }

            """;
        AtomicFile.WriteAllText(suite.BaselineFile, text.ReplaceLineEndings("\n"));
    }

    private static BadInputException Unusable(EvaluationSuite suite, string why, JsonException? inner)
    {
        var problem = new Problem
        {
            Code = Codes.BadBaseline,
            File = suite.Shown(suite.BaselineFile),
            Line = (int?)inner?.LineNumber + 1,
            Column = (int?)inner?.BytePositionInLine + 1,
            Message = $"The baseline cannot be used: {why}.",
            Mend = "Restore it from git, or store a new baseline.",
        };
        return inner is null ? new(problem) : new(problem, inner);
    }

    private sealed record Written(string Format, string Suite, string Dataset, int Repeats, DateTimeOffset BlessedAt, ImmutableArray<WrittenCase>? Cases);

    private sealed record WrittenCase(string Id, bool Passed, double? Score, ImmutableSortedDictionary<string, double> Metrics);
}
