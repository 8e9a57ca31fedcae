using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Slipway.Analyzers.Frosting;

/// <summary>SLW9103: what carries a task's attributes can be created.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskNotCreatedAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TaskNotCreated,
        "A task cannot be created, so the host does not register it",
        "The task '{0}' is {1}, so the host never registers it: {2}",
        "Slipway.Frosting",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Cake registers concrete classes with a public constructor; it drops the others without a word.",
        helpLinkUri: RulePage.Of(RuleIds.TaskNotCreated));

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
        if (type.TypeKind is not TypeKind.Class || !(FrostingTask.HasTaskAttribute(type) || (!type.IsAbstract && FrostingTask.Is(type)))) return;
        var (fault, mend) = type switch
        {
            _ when !FrostingTask.Is(type) => ("no IFrostingTask", "derive it from FrostingTask or AsyncFrostingTask, or take the attributes off"),
            { IsAbstract: true } => ("abstract", "take its name and dependencies to the classes that derive from it"),
            { IsGenericType: true } => ("generic", "derive a class from it for each type argument"),
            _ when !type.InstanceConstructors.Any(constructor => constructor.DeclaredAccessibility is Accessibility.Public) => ("without a public constructor", "give it one"),
            _ => ((string, string)?)null,
        } ?? default;
        if (fault is not null) context.ReportDiagnostic(Diagnostic.Create(Rule, type.Locations[0], type.Name, fault, mend));
    }
}
