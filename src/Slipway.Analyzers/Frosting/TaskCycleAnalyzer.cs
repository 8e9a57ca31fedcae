using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Slipway.Analyzers.Frosting;

/// <summary>SLW9105: dependencies lead somewhere. Each circle is told once, at the task whose name comes first.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskCycleAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TaskCycle,
        "Tasks depend on each other in a circle",
        "'{0}' depends on itself: {1}; take one of these dependencies away",
        "Slipway.Frosting",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "No task of a circle can run first.",
        helpLinkUri: RulePage.Of(RuleIds.TaskCycle));

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
        if (!FrostingTask.Is(task) || PathBack(task, context.Compilation, context.CancellationToken) is not { } path) return;
        // Every task of the circle finds it; one of them tells.
        if (path.Any(member => string.CompareOrdinal(member.Name, task.Name) < 0)) return;
        context.ReportDiagnostic(Diagnostic.Create(Rule, task.Locations[0], task.Name, string.Join(" -> ", path.Append(task).Select(member => member.Name))));
    }

    // The shortest way, so that the message shows the circle and nothing beside it.
    private static ImmutableArray<INamedTypeSymbol>? PathBack(INamedTypeSymbol task, Compilation compilation, CancellationToken cancellation)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<ImmutableArray<INamedTypeSymbol>>([[task]]);
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var path = pending.Dequeue();
            foreach (var (next, _) in FrostingTask.DependenciesOf(path[path.Length - 1]))
            {
                if (SymbolEqualityComparer.Default.Equals(next, task)) return path;
                if (SymbolEqualityComparer.Default.Equals(next.ContainingAssembly, compilation.Assembly) && seen.Add(next)) pending.Enqueue(path.Add(next));
            }
        }
        return null;
    }
}
