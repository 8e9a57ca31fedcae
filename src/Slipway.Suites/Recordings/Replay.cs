using System.Collections.Immutable;

namespace Slipway.Suites.Recordings;

/// <summary>Answers requests from recordings alone: a request that was never recorded is a miss, and nothing is called in its place.</summary>
internal sealed class Replay(EvaluationSuite suite, ImmutableSortedDictionary<string, ImmutableArray<Recording>> cassettes)
{
    public Answer Ask(SuiteCase asked, int repeat)
    {
        var request = RecordedRequest.Of(suite, asked, repeat);
        var own = cassettes.GetValueOrDefault(asked.Id, []);
        var attempts = own.Where(recording => recording.Key == request.Key).ToList();
        if (attempts.LastOrDefault(recording => recording.Output is not null) is { } served) return Answer.Of(served.Output!, served);
        if (attempts is [.., var attempt])
            return Answer.Missing($"The recording {attempt.File}({attempt.Line}) holds no answer, only an attempt with status {attempt.Status}.");
        return Answer.Missing(Miss(request, own.IsEmpty ? cassettes.Values.SelectMany(recordings => recordings) : own));
    }

    private string Miss(RecordedRequest request, IEnumerable<Recording> candidates)
    {
        var nearest = candidates
            .Select(recording => (recording, differences: request.DifferencesFrom(recording.Request)))
            .OrderBy(pair => pair.differences.Count)
            .ThenBy(pair => pair.recording.File, StringComparer.Ordinal)
            .ThenBy(pair => pair.recording.Line)
            .FirstOrDefault();
        return nearest.recording is null
            ? $"No answer to this request is recorded; there are no recordings in {suite.Shown(suite.CassetteFolder)}."
            : $"No answer to this request is recorded. The nearest recording, {nearest.recording.File}({nearest.recording.Line}), "
                + $"differs in {string.Join(", ", nearest.differences.Take(3))}{(nearest.differences.Count > 3 ? " …" : "")}.";
    }
}
