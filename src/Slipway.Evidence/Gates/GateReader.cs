using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Slipway.Evidence.Json;
using Slipway.Evidence.Statements;
using Slipway.Model;
using Slipway.Model.Stages;

namespace Slipway.Evidence.Gates;

/// <summary>Reads a test result that Slipway wrote. What it reads must be what it would write: a member too many is refused.</summary>
internal static class GateReader
{
    private static readonly string[] Required =
        ["result", "configuration", "passedTests", "warnedTests", "failedTests", "slipway_outcome", "slipway_replayed", "slipway_counts", "slipway_measures", "slipway_skippedChecks"];

    private static readonly string[] Optional = ["slipway_reason", "slipway_executedBy", "slipway_executedAt", "slipway_executedIn"];

    public static Reading<GateClaim> Read(JsonElement predicate, string file)
    {
        var json = new StrictJson(file, Codes.GateUnreadable, "Sign again, with a Slipway of the same version.");
        return json.Read(predicate, Codes.GateUnreadable, root => Claim(json, root));
    }

    private static GateClaim? Claim(StrictJson json, JsonElement root)
    {
        if (json.Members(root, "the predicate", Required, Optional) is not { } members) return null;
        string? Text(string name) => members.TryGetValue(name, out var value) ? json.Text(value, name) : null;
        var configuration = json.Items(members["configuration"], "configuration");
        if (configuration.Count is not (1 or 2) || Gate(json, configuration[0]) is not var (gate, inputs))
        {
            json.Report("configuration must name the gate and its options, each with its digest.");
            return null;
        }
        var claim = new GateClaim
        {
            Gate = gate,
            Inputs = inputs,
            Options = configuration.Count == 2 && Resource(json, configuration[1]) is ("options", var options) ? options : null,
            Outcome = Outcome(Text("slipway_outcome"), Text("slipway_reason")) ?? StageOutcome.Fail(""),
            Replayed = json.Truth(members["slipway_replayed"], "slipway_replayed") ?? false,
            ExecutedBy = Uris.BuilderIn(Text("slipway_executedBy")),
            ExecutedAt = Rfc3339.Read(Text("slipway_executedAt")),
            ExecutedIn = InvocationUri.Read(Text("slipway_executedIn")),
            Numbers = Numbers(json, members),
            PassedTests = Names(json, members["passedTests"], "passedTests"),
            WarnedTests = Names(json, members["warnedTests"], "warnedTests"),
            FailedTests = Names(json, members["failedTests"], "failedTests"),
            SkippedChecks = Checks(json, members["slipway_skippedChecks"]),
        };
        // The one form again: whatever was passed over in reading shows here.
        if (!json.HasProblems && !JsonElement.DeepEquals(GateStatement.PredicateOf(claim), root))
            json.Report("The predicate says more than a gate's result, or contradicts itself.");
        if (!json.HasProblems)
            foreach (var contradiction in GateContradiction.In(claim)) json.Report(contradiction, Codes.GateContradicts);
        return claim;
    }

    private static (StageName Gate, Digest Inputs)? Gate(StrictJson json, JsonElement element)
    {
        const string Prefix = "gate:";
        if (Resource(json, element) is not var (name, digest) || !name.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        return StageName.TryParse(name[Prefix.Length..], out var gate) ? (gate, digest) : null;
    }

    private static (string Name, Digest Digest)? Resource(StrictJson json, JsonElement element)
    {
        if (json.Members(element, "configuration[]", ["name", "digest"]) is not { } members) return null;
        if (json.Members(members["digest"], "configuration[].digest", ["sha256"]) is not { } digests) return null;
        var name = json.Text(members["name"], "configuration[].name");
        return name is not null && Digest.TryParse($"sha256:{json.Text(digests["sha256"], "configuration[].digest.sha256")}", out var digest)
            ? (name, digest)
            : null;
    }

    private static StageOutcome? Outcome(string? word, string? reason) => (word, reason) switch
    {
        ("succeeded", null) => StageOutcome.Success,
        ("failed", { } why) => StageOutcome.Fail(why),
        ("skipped", { } why) => StageOutcome.Skip(why),
        _ => null,
    };

    private static ImmutableSortedDictionary<string, double> Numbers(StrictJson json, Dictionary<string, JsonElement> members)
    {
        var numbers = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var name in (string[])["slipway_counts", "slipway_measures"])
        {
            if (members[name].ValueKind is not JsonValueKind.Object)
            {
                json.Report($"{name} must be an object.");
                continue;
            }
            foreach (var member in members[name].EnumerateObject())
            {
                if (Number(member.Value) is { } number && double.IsFinite(number)) numbers[member.Name] = number;
                else json.Report($"{name}.{member.Name} is no number.");
            }
        }
        return numbers.ToImmutable();
    }

    private static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var count) => count,
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var measure) => measure,
        _ => null,
    };

    private static ImmutableArray<string> Names(StrictJson json, JsonElement element, string path) =>
        [.. json.Items(element, path).Select(item => json.Text(item, path)).OfType<string>()];

    private static ImmutableArray<SkippedCheck> Checks(StrictJson json, JsonElement element) =>
    [
        .. json.Items(element, "slipway_skippedChecks")
            .Select(item => json.Members(item, "slipway_skippedChecks[]", ["what", "why"]))
            .OfType<Dictionary<string, JsonElement>>()
            .Select(check => new SkippedCheck { What = json.Text(check["what"], "what") ?? "", Why = json.Text(check["why"], "why") ?? "" }),
    ];
}
