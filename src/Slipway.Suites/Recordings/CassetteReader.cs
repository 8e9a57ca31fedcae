using System.Collections.Immutable;
using System.Globalization;
using Slipway.Model;
using Slipway.Suites.Documents;
using Slipway.Suites.Reading;

namespace Slipway.Suites.Recordings;

/// <summary>Reads the recordings of a suite: one JSONL file a case.</summary>
internal static class CassetteReader
{
    private const string Rerecord = "Record the answer again, or remove this line.";

    /// <summary>Recordings by the id of their case.</summary>
    /// <exception cref="Model.Problems.BadInputException">A recording cannot be used.</exception>
    public static ImmutableSortedDictionary<string, ImmutableArray<Recording>> Read(EvaluationSuite suite)
    {
        var problems = new ProblemList();
        var folder = new SuiteFolder(suite.Folder, suite.Root);
        var cassettes = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<Recording>>(StringComparer.Ordinal);
        if (Directory.Exists(suite.CassetteFolder))
        {
            foreach (var file in Directory.EnumerateFiles(suite.CassetteFolder, "*.jsonl").Order(StringComparer.Ordinal))
                cassettes[Path.GetFileNameWithoutExtension(file)] = [.. Read(folder.Source(file), problems)];
        }
        problems.ThrowIfAny();
        return cassettes.ToImmutable();
    }

    private static IEnumerable<Recording> Read(SourceText source, ProblemList problems)
    {
        var number = 0;
        foreach (var line in (source.Read(problems) ?? "").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (JsonText.Read(line.TrimEnd('\r'), number, source.Shown, problems) is { } node && Read(node, source.Shown, problems) is { } recording)
                yield return recording;
        }
    }

    private static Recording? Read(Node node, string file, ProblemList problems)
    {
        var fields = new Fields(node, "the recording", file, problems, "key", "request", "response", "recordedAt", "how");
        var request = fields.Require("request", Rerecord);
        var response = fields.Require("response", Rerecord) is null ? null : fields.Map("response", "status", "body");
        var body = response?.Require("body", Rerecord);
        var status = response?.Number("status", value => value is >= 100 and < 600 && double.IsInteger(value), "an HTTP status");
        var how = fields.Require("how", "Say how the answer was made: an answer that nobody gave must say so.") is null ? null : fields.Text("how");
        var when = fields.Require("recordedAt", "Say when the answer was made.") is null ? null : Moment(fields, problems);
        if (fields.Require("key", Rerecord) is null || fields.Text("key") is not { } written) return null;
        if (request is null || body is null || status is null || how is null || when is null) return null;
        var recorded = new RecordedRequest(request.ToElement());
        if (!Digest.TryParse(written, out var key) || key != recorded.Key)
        {
            problems.Add(
                Codes.BadRecording, file, fields.Find("key"), "The key is not that of the request: the recording was changed after it was made.", Rerecord);
            return null;
        }
        return new()
        {
            Request = recorded,
            Key = key,
            Status = (int)status.Value,
            Body = body.ToElement(),
            RecordedAt = when.Value,
            How = how,
            File = file,
            Line = node.Line,
        };
    }

    private static DateTimeOffset? Moment(Fields fields, ProblemList problems)
    {
        if (fields.Text("recordedAt") is not { } text) return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return moment;
        problems.Add(Codes.WrongShape, fields.File, fields.Find("recordedAt"), $"'{text}' is no time.", "Write it as 2026-01-31T12:00:00Z.");
        return null;
    }
}
