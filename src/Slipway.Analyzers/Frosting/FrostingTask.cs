using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Slipway.Analyzers.Frosting;

/// <summary>A class that Cake Frosting takes, or would take, for a task.</summary>
internal static class FrostingTask
{
    private const string Namespace = "Cake.Frosting";

    public static bool IsKnownIn(Compilation compilation) => compilation.GetTypeByMetadataName(Namespace + ".IFrostingTask") is not null;

    /// <summary>Looks at every type of a compilation that knows Cake Frosting, and at none elsewhere.</summary>
    public static void ForEachType(AnalysisContext context, Action<SymbolAnalysisContext> check) => context.RegisterCompilationStartAction(start =>
    {
        if (IsKnownIn(start.Compilation)) start.RegisterSymbolAction(check, SymbolKind.NamedType);
    });

    /// <summary>Whether the type implements <c>IFrostingTask</c>.</summary>
    public static bool Is(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Class && type.AllInterfaces.Any(implemented => implemented.Name is "IFrostingTask" && IsOfCake(implemented));

    /// <summary>The context that the task asks for, read off its base classes; null where it implements the interface itself.</summary>
    public static ITypeSymbol? ContextOf(INamedTypeSymbol task)
    {
        for (var parent = task.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent is { Name: "FrostingTask" or "AsyncFrostingTask", TypeArguments.Length: 1 } && IsOfCake(parent)) return parent.TypeArguments[0];
        }
        return null;
    }

    /// <summary>The tasks that this one depends on, in the order of the attributes, with the attributes that say so.</summary>
    public static ImmutableArray<(INamedTypeSymbol Type, AttributeData Attribute)> DependenciesOf(INamedTypeSymbol task) => Named(task, "IsDependentOnAttribute");

    /// <summary>The tasks that depend on this one by its own word.</summary>
    public static ImmutableArray<(INamedTypeSymbol Type, AttributeData Attribute)> DependeesOf(INamedTypeSymbol task) => Named(task, "IsDependeeOfAttribute");

    public static bool HasTaskAttribute(INamedTypeSymbol type) => type.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: "TaskNameAttribute" or "TaskDescriptionAttribute" or "IsDependentOnAttribute" or "IsDependeeOfAttribute" } named && IsOfCake(named));

    public static bool IsPublic(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility is not Accessibility.Public) return false;
        }
        return true;
    }

    public static Location PlaceOf(AttributeData attribute, ISymbol otherwise) => attribute.ApplicationSyntaxReference is { } syntax
        ? Location.Create(syntax.SyntaxTree, syntax.Span)
        : otherwise.Locations[0];

    private static ImmutableArray<(INamedTypeSymbol Type, AttributeData Attribute)> Named(INamedTypeSymbol task, string attributeName) =>
    [
        .. from attribute in task.GetAttributes()
           where attribute.AttributeClass is { } named && named.Name == attributeName && IsOfCake(named)
           let type = attribute.ConstructorArguments.FirstOrDefault().Value as INamedTypeSymbol ?? attribute.AttributeClass!.TypeArguments.FirstOrDefault() as INamedTypeSymbol
           where type is not null
           select (type, attribute),
    ];

    private static bool IsOfCake(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() is Namespace;
}
