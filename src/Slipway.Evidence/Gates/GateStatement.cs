using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Evidence.Statements;

namespace Slipway.Evidence.Gates;

/// <summary>Writes a gate's claim as in-toto's test result. Its own members carry the vendor's name, as the specification asks.</summary>
public static class GateStatement
{
    private const double LargestCount = 1L << 53;

    public static JsonElement PredicateOf(GateClaim claim)
    {
        var configuration = new JsonArray(Resource($"gate:{claim.Gate}", claim.Inputs.Hex));
        if (claim.Options is { } options) configuration.Add(Resource("options", options.Hex));
        var counts = claim.Numbers.Where(number => IsCount(number.Value)).Select(number => KeyValuePair.Create(number.Key, (JsonNode?)(long)number.Value));
        var measures = claim.Numbers.Where(number => !IsCount(number.Value))
            .Select(number => KeyValuePair.Create(number.Key, (JsonNode?)number.Value.ToString("R", CultureInfo.InvariantCulture)));
        var members = new JsonObject
        {
            ["result"] = claim.Result,
            ["configuration"] = configuration,
            ["passedTests"] = Texts(claim.PassedTests),
            ["warnedTests"] = Texts(claim.WarnedTests),
            ["failedTests"] = Texts(claim.FailedTests),
            ["slipway_outcome"] = claim.Outcome.Word,
            ["slipway_replayed"] = claim.Replayed,
            ["slipway_counts"] = new JsonObject(counts),
            ["slipway_measures"] = new JsonObject(measures),
            ["slipway_skippedChecks"] = new JsonArray([.. claim.SkippedChecks.Select(check => new JsonObject { ["what"] = check.What, ["why"] = check.Why })]),
        };
        void Add(string name, string? value)
        {
            if (value is not null) members[name] = value;
        }

        Add("slipway_reason", claim.Outcome.Match<string?>(() => null, why => why, why => why));
        Add("slipway_executedBy", claim.ExecutedBy is { } builder ? Uris.Builder(builder) : null);
        Add("slipway_executedAt", claim.ExecutedAt is { } time ? Rfc3339.Write(time) : null);
        Add("slipway_executedIn", claim.ExecutedIn is { } run ? InvocationUri.Write(run) : null);
        return JsonSerializer.SerializeToElement(members);
    }

    private static bool IsCount(double number) => Math.Floor(number) == number && Math.Abs(number) < LargestCount;

    private static JsonObject Resource(string name, string sha256) => new() { ["name"] = name, ["digest"] = new JsonObject { ["sha256"] = sha256 } };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);
}
