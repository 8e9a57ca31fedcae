using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Machine.Files;

namespace Slipway.Suites.Recordings;

/// <summary>Writes the recordings of one case, replacing those that it had.</summary>
public static class CassetteWriter
{
    // A cassette is read by people in reviews: quotes and letters beyond ASCII stay as they are.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one recording for each repeat, in order.</summary>
    /// <param name="suite">The suite as it asks now.</param>
    /// <param name="asked">The case.</param>
    /// <param name="bodies">The response bodies in OpenAI's wire format, one a repeat.</param>
    /// <param name="recordedAt">When the answers were made.</param>
    /// <param name="how">How they were made, in words.</param>
    public static void Write(EvaluationSuite suite, SuiteCase asked, IReadOnlyList<JsonElement> bodies, DateTimeOffset recordedAt, string how)
    {
        var lines = bodies.Select((body, repeat) =>
        {
            var request = RecordedRequest.Of(suite, asked, repeat);
            return new JsonObject
            {
                ["key"] = request.Key.ToString(),
                ["request"] = JsonSerializer.SerializeToNode(request.Content),
                ["response"] = new JsonObject { ["status"] = 200, ["body"] = JsonSerializer.SerializeToNode(body) },
                ["recordedAt"] = recordedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
                ["how"] = how,
            }.ToJsonString(Readable) + "\n";
        });
        AtomicFile.WriteAllText(Path.Combine(suite.CassetteFolder, $"{asked.Id}.jsonl"), string.Concat(lines));
    }
}
