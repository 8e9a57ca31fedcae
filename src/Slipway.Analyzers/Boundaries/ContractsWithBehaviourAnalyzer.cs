using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Boundaries;

/// <summary>SLW1016: a contracts package says what is sent, and does nothing: no database, no asynchronous work.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractsWithBehaviourAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ContractsWithBehaviour,
        "A contracts package does something",
        "'{0}' {1}: a contracts package holds data and says nothing of how it comes about; move this into the service or its SDK package",
        "Slipway.Boundaries",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Whoever uses a contract takes all that its package does along.",
        helpLinkUri: RulePage.Of(RuleIds.ContractsWithBehaviour));

    private static readonly HashSet<string> Active =
    [
        "Microsoft.EntityFrameworkCore.DbContext", "Microsoft.AspNetCore.Mvc.ControllerBase", "Microsoft.Extensions.Hosting.BackgroundService",
        "System.Net.Http.HttpMessageHandler", "System.Net.Http.HttpClient", "System.Data.Common.DbConnection",
    ];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (OwnUnit.Of(context.Options, context.CancellationToken) is not { Identity.IsPackage: true, Facts.IsTest: false } own) return;
        if (!IsContracts(own.Identity.Name) && !IsContracts(context.Compilation.AssemblyName ?? "")) return;
        context.RegisterSymbolAction(CheckType, SymbolKind.NamedType);
        context.RegisterSymbolAction(CheckMethod, SymbolKind.Method);
    }

    private static bool IsContracts(string name)
    {
        var words = name.Split('.', '-', '_');
        return words[words.Length - 1].Equals("contracts", StringComparison.OrdinalIgnoreCase);
    }

    private static void CheckType(SymbolAnalysisContext context)
    {
        for (var parent = ((INamedTypeSymbol)context.Symbol).BaseType; parent is not null; parent = parent.BaseType)
        {
            if (!Active.Contains(parent.ToDisplayString())) continue;
            context.ReportDiagnostic(Diagnostic.Create(Rule, context.Symbol.Locations[0], context.Symbol.Name, $"is a {parent.Name}"));
            return;
        }
    }

    private static void CheckMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.IsAbstract || method.MethodKind is not MethodKind.Ordinary) return;
        if (method.ReturnType.Name is "Task" or "ValueTask" or "IAsyncEnumerable")
            context.ReportDiagnostic(Diagnostic.Create(Rule, method.Locations[0], method.Name, "works asynchronously"));
    }
}
