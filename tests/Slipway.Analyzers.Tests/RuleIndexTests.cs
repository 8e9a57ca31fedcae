using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Slipway.Analyzers.CodeFixes;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests;

/// <summary>The id is the spine: rule, page, release note, preset and fix hang on it, and none is missing.</summary>
public class RuleIndexTests
{
    private static readonly string Root = FindRoot();

    private static readonly DiagnosticDescriptor[] Rules = [.. Probe.Rules.SelectMany(rule => rule.SupportedDiagnostics)];

    private static readonly string[] Ids =
        [.. typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    private static IEnumerable<DiagnosticDescriptor> Core => Rules.Where(rule => rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));

    [Fact]
    public void Every_id_has_one_rule_and_every_rule_an_id() => Assert.Equal(Ids.Order(StringComparer.Ordinal), Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_has_a_file_of_its_own_and_its_name_says_so() =>
        Assert.All(Probe.Rules, rule => Assert.Single(Directory.GetFiles(Path.Combine(Root, "src/Slipway.Analyzers"), $"{rule.GetType().Name}.cs", SearchOption.AllDirectories)));

    [Fact]
    public void Every_rule_has_tests_that_name_it()
    {
        var tests = string.Concat(Directory.GetFiles(Path.Combine(Root, "tests/Slipway.Analyzers.Tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var constants = typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).ToDictionary(field => (string)field.GetRawConstantValue()!, field => field.Name);

        Assert.All(Probe.Rules, rule => Assert.True(
            tests.Contains(rule.GetType().Name, StringComparison.Ordinal) || rule.SupportedDiagnostics.All(one => tests.Contains("RuleIds." + constants[one.Id], StringComparison.Ordinal)),
            rule.GetType().Name));
    }

    [Fact]
    public void The_core_rules_are_the_errors_that_nobody_can_configure()
    {
        Assert.Equal(RuleIds.Core.Order(StringComparer.Ordinal), Core.Select(rule => rule.Id).Order(StringComparer.Ordinal));
        Assert.All(Core, rule => Assert.Equal(DiagnosticSeverity.Error, rule.DefaultSeverity));
    }

    [Fact]
    public void A_receipt_is_asked_for_every_core_rule() => Assert.Equal(RuleIds.Core, global::Slipway.Boundaries.Receipts.CoreRules.Ids);

    [Theory]
    [InlineData("strict", "error")]
    [InlineData("adopt", "suggestion")]
    [InlineData("none", "none")]
    public void A_preset_sets_every_rule_that_may_be_set_and_no_other(string preset, string severity)
    {
        var lines = File.ReadAllLines(Path.Combine(Root, $"src/Slipway.Analyzers/configuration/{preset}.globalconfig"));

        Assert.Equal(
            Rules.Except(Core).Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = {severity}").Order(StringComparer.Ordinal),
            lines.Where(line => line.StartsWith("dotnet_diagnostic", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_fix_mends_a_rule_of_ours_and_its_page_says_so()
    {
        var fixes = typeof(RemoveFriendFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider))).Select(type => (CodeFixProvider)Activator.CreateInstance(type)!).ToArray();

        Assert.NotEmpty(fixes);
        Assert.All(fixes.SelectMany(fix => fix.FixableDiagnosticIds), id =>
            Assert.Contains("An editor offers", File.ReadAllText(Path.Combine(Root, $"docs/reference/diagnostics/{id}.md")), StringComparison.Ordinal));
        Assert.All(fixes, fix => Assert.NotNull(fix.GetFixAllProvider()));
    }

    [Fact]
    public void Every_rule_has_a_page_that_names_it_first() =>
        Assert.All(Rules, rule => Assert.StartsWith($"# {rule.Id}: ", File.ReadAllText(Path.Combine(Root, rule.HelpLinkUri)), StringComparison.Ordinal));

    private static string FindRoot()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "global.json"))) root = root.Parent!;
        return root.FullName;
    }
}
