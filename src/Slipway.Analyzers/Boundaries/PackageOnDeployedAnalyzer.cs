using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Slipway.Analyzers.Boundaries;

/// <summary>
/// SLW1007: a package links no service and no app. Whoever uses the package would get them too, so this is where a reference that is laundered
/// through a package has its root.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PackageOnDeployedAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.PackageOnDeployed,
        "A package depends on what is deployed",
        "'{0}' references the assembly '{1}' of '{2}'{3}: {4}",
        "Slipway.Boundaries",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A package is shared by everyone; through it, everyone would link the service or app that it depends on.",
        helpLinkUri: RulePage.Of(RuleIds.PackageOnDeployed),
        customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(compilation => ReferenceReport.Run(
            compilation,
            Rule,
            (own, reference) => own.Identity.IsPackage && !own.Facts.IsTest && !reference.Unit.IsPackage,
            (_, reference) => $"a package must not depend on what is deployed; move what it needs of '{reference.Unit.Name}' into a package"));
    }
}
