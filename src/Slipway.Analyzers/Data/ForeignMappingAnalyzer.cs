using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Data;

/// <summary>SLW2001: a mapping of EF Core, and a migration, names the unit's own schemas only.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignMappingAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ForeignMapping,
        "A mapping names a schema that the unit does not own",
        "'{0}' maps to the schema '{1}', which it does not own: a service has a database of its own; ask the owner through its SDK package",
        "Slipway.Data",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Who maps another's tables depends on their shape, and the owner cannot change them any more.",
        helpLinkUri: RulePage.Of(RuleIds.ForeignMapping),
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    private static readonly HashSet<string> Parameters = new(StringComparer.Ordinal) { "schema", "newSchema", "principalSchema" };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (OwnUnit.Of(context.Options, context.CancellationToken) is not { } own || OwnSchemas.Of(own) is not { } schemas) return;
        if (!context.Compilation.SourceModule.ReferencedAssemblies.Any(assembly => assembly.Name is "Microsoft.EntityFrameworkCore.Relational")) return;
        context.RegisterOperationAction(operation => CheckCall(operation, own, schemas), OperationKind.Invocation);
        context.RegisterSymbolAction(symbol => CheckAttributes(symbol, own, schemas), SymbolKind.NamedType, SymbolKind.Method);
    }

    private static void CheckCall(OperationAnalysisContext context, OwnUnit own, OwnSchemas schemas)
    {
        var call = (IInvocationOperation)context.Operation;
        foreach (var argument in call.Arguments)
        {
            if (argument.IsImplicit || argument.Parameter is not { } parameter || !(Parameters.Contains(parameter.Name) || IsValueOfSchema(parameter, call))) continue;
            if (ValueOf(argument).ConstantValue is not { HasValue: true, Value: string { Length: > 0 } schema } || schemas.Hold(schema)) continue;
            // Dear, and rarely asked.
            if (!IsOfEntityFramework(call.TargetMethod)) return;
            context.ReportDiagnostic(Diagnostic.Create(Rule, argument.Value.Syntax.GetLocation(), own.Identity, schema));
        }
    }

    private static IOperation ValueOf(IArgumentOperation argument) => argument.Value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : argument.Value;

    // SetSchema(value), SetDefaultSchema(value), HasAnnotation("Relational:Schema", value), EnsureSchema(name).
    private static bool IsValueOfSchema(IParameterSymbol parameter, IInvocationOperation call)
    {
        if (parameter.Name is "name") return call.TargetMethod.Name is "EnsureSchema" or "DropSchema";
        if (parameter.Name is not "value") return false;
        if (call.TargetMethod.Name is "SetSchema" or "SetDefaultSchema" or "SetViewSchema" or "SetFunctionSchema") return true;
        return call.TargetMethod.Name.EndsWith("Annotation", StringComparison.Ordinal)
            && call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: "Relational:Schema" or "Relational:DefaultSchema" or "Relational:ViewSchema" or "Relational:FunctionSchema" });
    }

    private static bool IsOfEntityFramework(IMethodSymbol method) =>
        method.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) == true;

    private static void CheckAttributes(SymbolAnalysisContext context, OwnUnit own, OwnSchemas schemas)
    {
        foreach (var attribute in context.Symbol.GetAttributes().Where(attribute => attribute.AttributeClass?.Name is "TableAttribute" or "DbFunctionAttribute"))
        {
            if (SchemaOf(attribute) is not { Length: > 0 } schema || schemas.Hold(schema)) continue;
            var syntax = attribute.ApplicationSyntaxReference!;
            context.ReportDiagnostic(Diagnostic.Create(Rule, Location.Create(syntax.SyntaxTree, syntax.Span), own.Identity, schema));
        }
    }

    private static string? SchemaOf(AttributeData attribute)
    {
        if (attribute.NamedArguments.FirstOrDefault(argument => argument.Key is "Schema").Value.Value is string named) return named;
        var parameters = attribute.AttributeConstructor?.Parameters ?? [];
        return attribute.ConstructorArguments.Where((_, index) => parameters[index].Name is "schema").FirstOrDefault().Value as string;
    }
}
