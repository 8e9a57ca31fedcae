using Microsoft.CodeAnalysis.Diagnostics;
using Slipway.Analyzers.Boundaries;

namespace Slipway.Analyzers.Tests;

public class RulePageTests
{
    [Fact]
    public void Every_rule_has_a_page_that_names_it_first()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "global.json"))) root = root.Parent!;

        var rules = typeof(ForeignAssemblyAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .ToArray();

        Assert.NotEmpty(rules);
        Assert.All(rules, rule => Assert.StartsWith($"# {rule.Id}: ", File.ReadAllText(Path.Combine(root.FullName, rule.HelpLinkUri))));
    }
}
