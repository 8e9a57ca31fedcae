using System.Text;
using Slipway.Boundaries.Receipts;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Tests.Receipts;

public class ReceiptTests
{
    private static readonly Project Orders = new() { Path = "services/orders/Orders.csproj", Name = "Orders", Role = ProjectRole.Entry, Toolchain = Toolchain.DotNet };

    [Fact]
    public void A_compile_in_which_every_core_rule_ran_and_nothing_was_suppressed_is_clean() => Assert.Empty(Check(Log()));

    [Fact]
    public void No_receipt_means_that_nobody_knows() =>
        Assert.Equal(
            ["services/orders/Orders.csproj: error SLW9001: The compile of 'services/orders/Orders.csproj' left no receipt, so nobody knows whether its analyzers ran"],
            ReceiptRule.Check(Orders, null, path => path).Select(finding => finding.ToString()));

    [Fact]
    public void A_compile_without_the_analyzers_is_found() =>
        Assert.Equal(["services/orders/Orders.csproj: error SLW9001: No rule of Slipway.Analyzers ran in the compile of 'services/orders/Orders.csproj'"], Check(Log(rules: ["CA1822"])));

    [Fact]
    public void A_core_rule_that_alone_did_not_run_is_named() =>
        Assert.Equal(["services/orders/Orders.csproj: error SLW9001: SLW1004, SLW7001 did not run in the compile of 'services/orders/Orders.csproj'"], Check(Log(rules: [.. CoreRules.Ids.Except(["SLW1004", "SLW7001"])])));

    [Fact]
    public void A_suppressed_finding_is_told_at_its_place() =>
        Assert.Equal(
            ["services/orders/a.cs(6,71): error SLW9002: A finding of SLW1001 is suppressed here (SuppressMessageAttribute), and no waiver says so"],
            Check(Log(results: """{ "ruleId": "SLW1001", "level": "error", "suppressions": [{ "kind": "inSource", "properties": { "suppressionType": "SuppressMessageAttribute" } }], "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "file:///repo/services/orders/a.cs" }, "region": { "startLine": 6, "startColumn": 71 } } }] }""")));

    [Theory]
    [InlineData("""{ "descriptor": { "id": "SLW1008" }, "configuration": { "level": "note" } }""")]
    [InlineData("""{ "descriptor": { "id": "SLW1008" }, "configuration": { "enabled": false } }""")]
    public void A_severity_that_was_lowered_is_found(string change) =>
        Assert.Equal(["services/orders/Orders.csproj: error SLW9002: The severity of SLW1008 was lowered for the compile of 'services/orders/Orders.csproj', and no waiver says so"], Check(Log(changes: change)));

    [Theory]
    [InlineData("""{ "descriptor": { "id": "SLW1008" }, "configuration": { "level": "error" } }""", "")]
    [InlineData("""{ "descriptor": { "id": "CA1822" }, "configuration": { "level": "none" } }""", "")]
    [InlineData("", """{ "ruleId": "CA1051", "suppressions": [{ "kind": "inSource" }] }""")]
    [InlineData("", """{ "ruleId": "SLW4001", "suppressions": [{ "kind": "inSource" }] }""")]
    public void Raised_severities_and_the_rules_of_others_are_clean(string changes, string results) => Assert.Empty(Check(Log(changes: changes, results: results)));

    [Fact]
    public void What_each_rule_cost_is_read_where_the_compiler_counted_it() =>
        Assert.Equal(0.007, Assert.Single(ReceiptReader.Read(Encoding.UTF8.GetBytes(Log()))!.Seconds).Value);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{ "runs": [] }""")]
    [InlineData("""{ "runs": [{ "tool": 1 }] }""")]
    public void What_is_no_receipt_is_none(string text) => Assert.Null(ReceiptReader.Read(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<string> Check(string log) =>
        ReceiptRule.Check(Orders, ReceiptReader.Read(Encoding.UTF8.GetBytes(log)), path => path.Replace("/repo/", "", StringComparison.Ordinal)).Select(finding => finding.ToString());

    private static string Log(string[]? rules = null, string results = "", string changes = "") => $$"""
        {
          "version": "2.1.0",
          "runs": [{
            "results": [{{results}}],
            "tool": { "driver": { "rules": [
              {{string.Join(",\n", (rules ?? [.. CoreRules.Ids]).Select(id => $$"""{ "id": "{{id}}", "properties": { "executionTimeInSeconds": "{{(id == "SLW1001" ? "0.007" : "<0.001")}}" } }"""))}},
              { "id": "CA1000", "properties": { "executionTimeInSeconds": "<0.001" } } ] } },
            "invocations": [{ "executionSuccessful": true, "ruleConfigurationOverrides": [{{changes}}] }]
          }]
        }
        """;
}
