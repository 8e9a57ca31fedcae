using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Slipway.Analyzers.Boundaries;

/// <summary>SLW1013: the tests of one unit link no other. What is tested together is deployed together.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TestCrossesUnitsAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TestCrossesUnits,
        "A test project reaches into another unit",
        "The tests of '{0}' reference the assembly '{1}' of '{2}'{3}: {4}",
        "Slipway.Boundaries",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A unit is tested on its own, against the contracts of others. Tests of several units lie beside them, in the folder tests of the platform's root.",
        helpLinkUri: RulePage.Of(RuleIds.TestCrossesUnits),
        customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(compilation => ReferenceReport.Run(
            compilation,
            Rule,
            (own, reference) => own.Facts.IsTest && !reference.Unit.IsPackage,
            (_, reference) => $"a unit is tested against the contracts of '{reference.Unit.Name}', not its code; tests of several units lie in the folder 'tests' of the platform's root"));
    }
}
