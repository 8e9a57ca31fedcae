using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Slipway.Analyzers.Frosting;

/// <summary>SLW9102: a task is public, all the way out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskNotPublicAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TaskNotPublic,
        "A task is not public, so the host does not see it",
        "The task '{0}' is not public, so it does not exist for the host: make it and what holds it public",
        "Slipway.Frosting",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Cake looks at the exported types of an assembly only.",
        helpLinkUri: RulePage.Of(RuleIds.TaskNotPublic));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        FrostingTask.ForEachType(context, Check);
    }

    private static void Check(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.IsAbstract || !FrostingTask.Is(type) || FrostingTask.IsPublic(type)) return;
        context.ReportDiagnostic(Diagnostic.Create(Rule, type.Locations[0], type.Name));
    }
}
