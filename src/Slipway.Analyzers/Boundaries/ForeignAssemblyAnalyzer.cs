using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Boundaries;

/// <summary>
/// SLW1001: no unit links an assembly that is stamped as another unit's, whichever way it came onto the reference list. It looks at
/// references only and never at code, so it costs next to nothing and has no blind spot in the language.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignAssemblyAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ForeignAssembly,
        "A unit references another unit's assembly",
        "'{0}' references the assembly '{1}' of '{2}'{3}: {4}",
        "Slipway.Boundaries",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Services and apps are deployed on their own, so nobody may link their assemblies. What others need lies in packages.",
        helpLinkUri: RulePage.Of(RuleIds.ForeignAssembly),
        customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(compilation => ReferenceReport.Run(compilation, Rule, Concerns, Mend));
    }

    // A package that depends on what is deployed, and a test that crosses units, have rules of their own.
    private static bool Concerns(OwnUnit own, ForeignReference reference) =>
        reference.Unit.IsPackage || (!own.Facts.IsTest && !own.Identity.IsPackage);

    private static string Mend(OwnUnit own, ForeignReference reference) => reference.Unit switch
    {
        { IsPackage: true } => $"its owner shows it to others only; ask for '{own.Identity.Name}' in the 'visibility' of its unit.yaml",
        { IsOutside: true } => "it belongs to no unit, so nobody releases it; make it a package",
        _ => $"units are deployed on their own and share packages only; use the SDK or contracts package of '{reference.Unit.Name}' instead",
    };
}
