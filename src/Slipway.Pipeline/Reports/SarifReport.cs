using System.Text.Json.Nodes;
using Slipway.Model.Stages;
using Slipway.Pipeline.Records;

namespace Slipway.Pipeline.Reports;

/// <summary>Findings as SARIF 2.1.0, one run per stage and unit, with addresses relative to the source root.</summary>
internal static class SarifReport
{
    private const string SourceRoot = "SRCROOT";

    public static string Write(StageRecord record)
    {
        var findings = record.Result.Findings;
        var rules = findings.Select(finding => finding.Id).Distinct().Order(StringComparer.Ordinal);
        var run = new JsonObject
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = "slipway",
                    ["rules"] = new JsonArray([.. rules.Select(id => new JsonObject { ["id"] = id })]),
                },
            },
            ["automationDetails"] = new JsonObject { ["id"] = $"gate/{record.Stage}/{record.Unit}" },
            ["invocations"] = new JsonArray(new JsonObject { ["executionSuccessful"] = true }),
            ["results"] = new JsonArray([.. findings.Select(Result)]),
        };
        if (!record.Result.SkippedChecks.IsEmpty)
        {
            run["properties"] = new JsonObject
            {
                ["skippedChecks"] = new JsonArray([.. record.Result.SkippedChecks.Select(check => new JsonObject { ["what"] = check.What, ["why"] = check.Why })]),
            };
        }
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(run),
        };
        return log.ToJsonString(RecordJson.Options);
    }

    private static JsonObject Result(Finding finding)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Id,
            ["level"] = finding.Severity.ToString().ToLowerInvariant(),
            ["message"] = new JsonObject { ["text"] = finding.Message },
        };
        if (finding.File is { } file)
        {
            var location = new JsonObject { ["artifactLocation"] = new JsonObject { ["uri"] = Uri.EscapeDataString(file).Replace("%2F", "/", StringComparison.Ordinal), ["uriBaseId"] = SourceRoot } };
            if (finding.Line is > 0 and { } line) location["region"] = Region(line, finding.Column);
            result["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = location });
        }
        return result;
    }

    private static JsonObject Region(int line, int? column)
    {
        var region = new JsonObject { ["startLine"] = line };
        if (column is > 0) region["startColumn"] = column;
        return region;
    }
}
