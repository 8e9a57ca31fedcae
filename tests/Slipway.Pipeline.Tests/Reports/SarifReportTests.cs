using System.Text.Json.Nodes;
using Slipway.Model.Stages;
using Slipway.Pipeline.Reports;

namespace Slipway.Pipeline.Tests.Reports;

public sealed class SarifReportTests
{
    [Fact]
    public void Findings_are_results_with_rule_level_message_and_place()
    {
        var run = Run(new Finding { Id = "SLW1001", Severity = Severity.Error, Message = "no way", File = "apps/my shop/a.ts", Line = 3, Column = 7 });

        var result = Assert.Single(run["results"]!.AsArray())!;
        Assert.Equal("SLW1001", (string?)result["ruleId"]);
        Assert.Equal("error", (string?)result["level"]);
        Assert.Equal("no way", (string?)result["message"]!["text"]);
        var place = result["locations"]![0]!["physicalLocation"]!;
        Assert.Equal("apps/my%20shop/a.ts", (string?)place["artifactLocation"]!["uri"]);
        Assert.Equal((3, 7), ((int)place["region"]!["startLine"]!, (int)place["region"]!["startColumn"]!));
    }

    [Fact]
    public void Each_rule_is_listed_once_in_order()
    {
        var run = Run(Finding("B2"), Finding("A1"), Finding("B2"));

        Assert.Equal(["A1", "B2"], run["tool"]!["driver"]!["rules"]!.AsArray().Select(rule => (string)rule!["id"]!));
    }

    // Members that SARIF 2.1.0 requires of log, run, tool, driver, invocation, result and message; lines and columns count from 1.
    [Fact]
    public void A_log_has_every_required_member_and_no_place_that_is_none()
    {
        var log = JsonNode.Parse(Write(Finding("A1"), Finding("A1") with { File = "a.ts" }, Finding("A1") with { File = "a.ts", Line = 0, Column = 0 }))!;

        Assert.Equal("2.1.0", (string?)log["version"]);
        var run = Assert.Single(log["runs"]!.AsArray())!;
        Assert.NotEmpty((string)run["tool"]!["driver"]!["name"]!);
        Assert.True((bool)run["invocations"]![0]!["executionSuccessful"]!);
        Assert.Equal("gate/unit/apps/shop", (string?)run["automationDetails"]!["id"]);
        Assert.All(run["results"]!.AsArray(), result =>
        {
            Assert.NotNull((string?)result!["message"]!["text"]);
            Assert.Contains((string)result["level"]!, (string[])["none", "note", "warning", "error"]);
            Assert.Null(result["locations"]?[0]?["physicalLocation"]?["region"]);
        });
    }

    [Fact]
    public void A_log_without_findings_says_that_there_are_none() => Assert.Empty(Run()["results"]!.AsArray());

    [Fact]
    public void What_was_not_looked_at_is_a_property_of_the_run()
    {
        var result = StageResult.Succeeded with { SkippedChecks = [new() { What = "advisories", Why = "the feed has none" }] };

        var check = JsonNode.Parse(SarifReport.Write(Sample.Record(result)))!["runs"]![0]!["properties"]!["skippedChecks"]![0]!;

        Assert.Equal(("advisories", "the feed has none"), ((string?)check["what"], (string?)check["why"]));
        Assert.Null(Run()["properties"]);
    }

    private static Finding Finding(string id) => new() { Id = id, Severity = Severity.Warning, Message = "mind this" };

    private static JsonNode Run(params Finding[] findings) => JsonNode.Parse(Write(findings))!["runs"]![0]!;

    private static string Write(params Finding[] findings) => SarifReport.Write(Sample.Record(StageResult.Succeeded with { Findings = [.. findings] }));
}
