using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Slipway.Analyzers.Frosting;

/// <summary>SLW9101: a task asks for the host's context or for one that it derives from.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskContextAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TaskContext,
        "A task asks for a context that the host does not have",
        "The task '{0}' asks for '{1}', but the host makes '{2}': Cake skips such a task without a word; derive it from FrostingTask<{2}>",
        "Slipway.Frosting",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Cake runs a task only where the host's context is of the type that the task asks for.",
        helpLinkUri: RulePage.Of(RuleIds.TaskContext));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (FrostingTask.IsKnownIn(start.Compilation)) Start(start);
        });
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        // A host of Slipway makes its own context; any other says which by UseContext.
        var slipway = context.Compilation.GetTypeByMetadataName("Slipway.Frosting.SlipwayContext");
        if (slipway is not null)
        {
            context.RegisterSymbolAction(symbol => Check(symbol, slipway), SymbolKind.NamedType);
            return;
        }
        var tasks = new ConcurrentBag<INamedTypeSymbol>();
        var made = new ConcurrentBag<ITypeSymbol>();
        context.RegisterSymbolAction(symbol => tasks.Add((INamedTypeSymbol)symbol.Symbol), SymbolKind.NamedType);
        context.RegisterOperationAction(
            operation =>
            {
                if (((IInvocationOperation)operation.Operation).TargetMethod is { Name: "UseContext", TypeArguments: { Length: 1 } arguments }) made.Add(arguments[0]);
            },
            OperationKind.Invocation);
        context.RegisterCompilationEndAction(end =>
        {
            if (made.FirstOrDefault() is not { } context) return;
            foreach (var task in tasks) Report(task, context, end.ReportDiagnostic);
        });
    }

    private static void Check(SymbolAnalysisContext context, ITypeSymbol made) => Report((INamedTypeSymbol)context.Symbol, made, context.ReportDiagnostic);

    private static void Report(INamedTypeSymbol task, ITypeSymbol made, Action<Diagnostic> report)
    {
        if (task.IsAbstract || !FrostingTask.Is(task) || FrostingTask.ContextOf(task) is not { } asked || IsGiven(made, asked)) return;
        report(Diagnostic.Create(Rule, task.Locations[0], task.Name, asked.ToDisplayString(), made.Name));
    }

    private static bool IsGiven(ITypeSymbol made, ITypeSymbol asked)
    {
        if (made.AllInterfaces.Contains(asked, SymbolEqualityComparer.Default)) return true;
        for (var type = made; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, asked)) return true;
        }
        return false;
    }
}
