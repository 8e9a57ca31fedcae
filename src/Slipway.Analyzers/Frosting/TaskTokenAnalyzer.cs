using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Slipway.Analyzers.Frosting;

/// <summary>SLW9106: what a task awaits gets the token of its context.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskTokenAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TaskToken,
        "A task does not pass the context's token on",
        "'{0}' can be cancelled, and '{1}' does not pass the context's CancellationToken: Ctrl-C would wait for it",
        "Slipway.Frosting",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A run is stopped as a whole; a task that goes on keeps everything waiting.",
        helpLinkUri: RulePage.Of(RuleIds.TaskToken));

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
        if (context.Compilation.GetTypeByMetadataName("System.Threading.CancellationToken") is not { } token) return;
        context.RegisterOperationAction(operation => Check(operation, token), OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context, INamedTypeSymbol token)
    {
        if (context.ContainingSymbol is not IMethodSymbol { ContainingType: { } task } || !FrostingTask.Is(task)) return;
        if (FrostingTask.ContextOf(task) is not { } given || !HasToken(given, token)) return;
        var call = (IInvocationOperation)context.Operation;
        var omitted = call.Arguments.Any(argument => argument.ArgumentKind is ArgumentKind.DefaultValue && IsToken(argument.Parameter?.Type, token));
        if (!omitted && (call.TargetMethod.Parameters.Any(parameter => IsToken(parameter.Type, token)) || !HasOverload(call.TargetMethod, token))) return;
        context.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), call.TargetMethod.Name, task.Name));
    }

    private static bool HasToken(ITypeSymbol context, INamedTypeSymbol token)
    {
        for (var type = context; type is not null; type = type.BaseType)
        {
            if (type.GetMembers("CancellationToken").OfType<IPropertySymbol>().Any(property => IsToken(property.Type, token))) return true;
        }
        return false;
    }

    private static bool HasOverload(IMethodSymbol method, INamedTypeSymbol token) => method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other =>
        other.Parameters.Length == method.Parameters.Length + 1
        && IsToken(other.Parameters[other.Parameters.Length - 1].Type, token)
        && other.Parameters.Zip(method.Parameters, (one, two) => SymbolEqualityComparer.Default.Equals(one.Type.OriginalDefinition, two.Type.OriginalDefinition)).All(same => same));

    private static bool IsToken(ITypeSymbol? type, INamedTypeSymbol token) => SymbolEqualityComparer.Default.Equals(type, token);
}
