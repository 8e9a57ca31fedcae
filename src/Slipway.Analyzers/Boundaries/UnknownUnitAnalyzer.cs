using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Boundaries;

/// <summary>SLW9004: a compiler that does not know which unit it compiles can hold no boundary, and says so instead of being content.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownUnitAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.UnknownUnit,
        "The compiler was not told which unit it compiles, or cannot read what it was told",
        "The boundaries of '{0}' cannot be judged: {1}; {2}",
        "Slipway.Health",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Unknown is not clean: a rule that passes because it was told nothing proves nothing.",
        helpLinkUri: RulePage.Of(RuleIds.UnknownUnit),
        customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Check);
    }

    private static void Check(CompilationAnalysisContext context)
    {
        if (Fault(context.Options, context.CancellationToken) is not var (fault, mend)) return;
        var location = ProjectFile.OfWord(context.Options, [], context.CancellationToken);
        context.ReportDiagnostic(Diagnostic.Create(Rule, location, context.Compilation.AssemblyName, fault, mend));
    }

    private static (string Fault, string Mend)? Fault(AnalyzerOptions options, CancellationToken cancellation)
    {
        if (OwnUnit.Text(options, "SlipwayFacts", cancellation) is not { } text)
            return ("the targets of Slipway.Analyzers did not run", "reference the package whole, without ExcludeAssets");
        if (ProjectFacts.Read(text) is not { } facts)
            return ($"'{OwnUnit.PathOf(options, "SlipwayFacts")}' is not what the targets write", "delete it and build again");
        if (OwnUnit.PathOf(options, "SlipwayMap") is not { } path) return null;
        if (OwnUnit.Text(options, "SlipwayMap", cancellation) is not { } written)
            return ($"the map '{path}' is not there", "run ./build.sh, which writes it");
        if (UnitMap.Read(written, out var fault) is not { } map)
            return ($"the map '{path}' cannot be read: {fault}", "run ./build.sh, which writes it again");
        return map.Unit!.Equals(facts.Unit)
            ? null
            : ($"the map '{path}' is that of '{map.Unit}', but the project lies in '{facts.Unit}'", "run ./build.sh, which writes it again");
    }
}
