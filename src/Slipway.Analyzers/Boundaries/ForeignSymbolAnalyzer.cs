using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slipway.Analyzers.Boundaries.Symbols;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Boundaries;

/// <summary>
/// SLW1002: shows where code uses another unit. It looks at code only where a foreign assembly is on the reference list, so a unit that keeps
/// the rules pays nothing. Where the whole reference is wrong, the first use of each file is shown: SLW1001 has named the cause. Where a part
/// of an assembly is open, every use of the rest is shown.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignSymbolAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ForeignSymbol,
        "Code uses a type or a member of another unit",
        "'{0}' uses '{1}' of '{2}': {3}",
        "Slipway.Boundaries",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "What a unit does not expose is its own to change.",
        helpLinkUri: RulePage.Of(RuleIds.ForeignSymbol),
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // Razor and other generators write code that reaches as far as any other, and map it back to what a person wrote.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (OwnUnit.Of(context.Options, context.CancellationToken) is not { } own) return;
        var references = ForeignReference.Of(context.Compilation, own).Where(reference => reference.Reach is Reach.None or Reach.InPart).ToArray();
        if (references.Length == 0) return;
        var watched = new WatchedAssemblies(references);
        context.RegisterSemanticModelAction(model => Check(model, own, watched));
    }

    private static void Check(SemanticModelAnalysisContext context, OwnUnit own, WatchedAssemblies watched)
    {
        var blamed = false;
        foreach (var use in UseFinder.Find(context.SemanticModel, watched, context.CancellationToken))
        {
            var reference = watched.ReferenceOf(use.Symbol);
            var isPart = reference.Reach is Reach.InPart;
            if (!isPart && blamed) continue;
            blamed |= !isPart;
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                Location.Create(context.SemanticModel.SyntaxTree, use.Span),
                own.Identity,
                use.Symbol.ToDisplayString(),
                reference.Unit,
                isPart
                    ? $"of that assembly only {string.Join(", ", UnitStamp.ExposedBy(reference.Assembly).Select(open => $"'{open}'"))} is exposed"
                    : $"use the SDK or contracts package of '{reference.Unit.Name}' instead"));
        }
    }
}
