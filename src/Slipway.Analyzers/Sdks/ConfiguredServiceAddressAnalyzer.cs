using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Sdks;

/// <summary>SLW7002: no app reads a service's address from its configuration for a client of its own. Handing it to the SDK package is fine.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfiguredServiceAddressAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ConfiguredServiceAddress,
        "An app reads a service's address from its configuration",
        "'{0}' reads the address of the service '{1}' from '{2}': let the SDK package of '{1}' read it",
        "Slipway.Sdks",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Who reads a service's address is about to call it without its SDK package.",
        helpLinkUri: RulePage.Of(RuleIds.ConfiguredServiceAddress));

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
        { "url", "uri", "address", "baseaddress", "baseurl", "host", "endpoint", "endpoints", "services", "http", "https", "grpc" };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (OwnUnit.Of(context.Options, context.CancellationToken) is not { Identity.IsApp: true, Facts.IsTest: false, Map: { } map } own) return;
        var services = map.Services.ToDictionary(OwnUnit.Bare, name => name);
        context.RegisterOperationAction(operation => Check(operation, own, services), OperationKind.PropertyReference, OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context, OwnUnit own, Dictionary<string, string> services)
    {
        var (method, arguments) = context.Operation switch
        {
            IPropertyReferenceOperation property => ((ISymbol)property.Property, property.Arguments),
            IInvocationOperation call => (call.TargetMethod, call.Arguments),
            _ => default,
        };
        if (arguments.IsDefaultOrEmpty || !IsOfConfiguration(method)) return;
        foreach (var argument in arguments)
        {
            if (argument.Value.ConstantValue is not { HasValue: true, Value: string key }) continue;
            var segments = key.Split([":", "__"], StringSplitOptions.RemoveEmptyEntries);
            var name = segments.Select(segment => services.TryGetValue(OwnUnit.Bare(segment), out var service) ? service : null).FirstOrDefault(found => found is not null);
            if (name is null || !Array.Exists(segments, Words.Contains) || IsForPackage(context.Operation)) continue;
            context.ReportDiagnostic(Diagnostic.Create(Rule, argument.Value.Syntax.GetLocation(), own.Identity, name, key));
        }
    }

    private static bool IsOfConfiguration(ISymbol member) =>
        // Asked of every call, so by the names alone.
        member.ContainingNamespace is { Name: "Configuration", ContainingNamespace: { Name: "Extensions", ContainingNamespace: { Name: "Microsoft", ContainingNamespace.IsGlobalNamespace: true } } }
        || (member is IMethodSymbol { Name: "GetEnvironmentVariable" } && member.ContainingType?.Name is "Environment");

    // services.AddCatalogClient(configuration.GetSection("Services:Catalog"))
    private static bool IsForPackage(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IInvocationOperation call && UnitStamp.Of(call.TargetMethod.ContainingAssembly).Any(unit => unit.IsPackage)) return true;
        }
        return false;
    }
}
