using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Slipway.Analyzers.Frosting;

/// <summary>SLW9104: what a task depends on is a task that the host registers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskDependencyAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TaskDependency,
        "A task depends on what is no task of the host",
        "The task '{0}' depends on '{1}', which is {2}: depend on a public, concrete task",
        "Slipway.Frosting",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Cake stops at the first such dependency, in the middle of a run; other tasks have run by then.",
        helpLinkUri: RulePage.Of(RuleIds.TaskDependency));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        FrostingTask.ForEachType(context, Check);
    }

    private static void Check(SymbolAnalysisContext context)
    {
        var task = (INamedTypeSymbol)context.Symbol;
        if (!FrostingTask.Is(task)) return;
        foreach (var (type, attribute) in FrostingTask.DependenciesOf(task).Concat(FrostingTask.DependeesOf(task)))
        {
            var fault = !FrostingTask.Is(type) ? "no task"
                : type.IsAbstract ? "abstract"
                : type.IsUnboundGenericType || type.IsGenericType ? "generic"
                : !FrostingTask.IsPublic(type) ? "not public"
                : null;
            if (fault is not null) context.ReportDiagnostic(Diagnostic.Create(Rule, FrostingTask.PlaceOf(attribute, task), task.Name, type.Name, fault));
        }
    }
}
