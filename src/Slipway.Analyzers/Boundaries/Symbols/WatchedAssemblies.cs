using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Boundaries.Symbols;

/// <summary>
/// The foreign assemblies whose use matters, and what of them is open. Asked for every symbol of a file, so it remembers its answers.
/// </summary>
internal sealed class WatchedAssemblies
{
    private readonly ImmutableDictionary<IAssemblySymbol, ForeignReference> _references;
    private readonly ConcurrentDictionary<ITypeSymbol, ISymbol?> _types = new(SymbolEqualityComparer.Default);
    private readonly ImmutableDictionary<IAssemblySymbol, ImmutableArray<string>> _open;

    /// <param name="references">The references that are wrong as a whole, or open in part.</param>
    public WatchedAssemblies(IEnumerable<ForeignReference> references)
    {
        _references = references.ToImmutableDictionary<ForeignReference, IAssemblySymbol, ForeignReference>(
            reference => reference.Assembly, reference => reference, SymbolEqualityComparer.Default);
        _open = _references.Values.ToImmutableDictionary<ForeignReference, IAssemblySymbol, ImmutableArray<string>>(
            reference => reference.Assembly,
            reference => reference.Reach is Reach.InPart ? [.. UnitStamp.ExposedBy(reference.Assembly)] : [],
            SymbolEqualityComparer.Default);
        Names = new([.. _references.Keys]);
    }

    public ForeignNames Names { get; }

    public ForeignReference ReferenceOf(ISymbol symbol) => _references[symbol.ContainingAssembly];

    /// <summary>What of a watched assembly a symbol is or needs, and does not lie open; null when it needs nothing such.</summary>
    public ISymbol? Closed(ISymbol? symbol) => symbol switch
    {
        null => null,
        IAliasSymbol alias => Closed(alias.Target),
        INamespaceSymbol space => OfNamespace(space),
        ITypeSymbol type => OfType(type),
        IMethodSymbol method => Closed((ISymbol)method.ContainingType) ?? method.TypeArguments.Select(OfType).FirstOrDefault(found => found is not null) ?? Member(method.ReducedFrom ?? method),
        _ => symbol.ContainingType is { } container ? OfType(container) : Member(symbol),
    };

    /// <summary>What a value of this type lets one reach.</summary>
    public ISymbol? OfType(ITypeSymbol? type)
    {
        if (type is null) return null;
        if (_types.TryGetValue(type, out var known)) return known;
        var found = Look(type, new(SymbolEqualityComparer.Default));
        _types.TryAdd(type, found);
        return found;
    }

    /// <param name="type">Any type.</param>
    /// <param name="seen">The types on the way here: one that contains itself is not looked at twice.</param>
    private ISymbol? Look(ITypeSymbol type, HashSet<ISymbol> seen)
    {
        if (type is IErrorTypeSymbol or IDynamicTypeSymbol || !seen.Add(type)) return null;
        switch (type)
        {
            case IArrayTypeSymbol array: return Look(array.ElementType, seen);
            case IPointerTypeSymbol pointer: return Look(pointer.PointedAtType, seen);
            case IFunctionPointerTypeSymbol function: return Look(function.Signature.ReturnType, seen) ?? First(function.Signature.Parameters.Select(parameter => parameter.Type), seen);
            case ITypeParameterSymbol parameter: return First(parameter.ConstraintTypes, seen);
        }
        if (type is INamedTypeSymbol { IsGenericType: true } named && First(named.TypeArguments, seen) is { } argument) return argument;
        if (type.ContainingType is { } container && Look(container, seen) is { } outer) return outer;
        if (type.ContainingAssembly is not { } assembly) return null;
        if (_references.ContainsKey(assembly)) return IsOpen(type) ? null : type;
        // The unit's own types show their bases where they are declared.
        if (assembly is ISourceAssemblySymbol || Framework.Owns(assembly.Identity)) return null;
        // A type that a package derives from a foreign one brings all of that along.
        return (type.BaseType is { } parent ? Look(parent, seen) : null) ?? First(type.Interfaces, seen);
    }

    private ISymbol? First(IEnumerable<ITypeSymbol> types, HashSet<ISymbol> seen) =>
        types.Select(type => Look(type, seen)).FirstOrDefault(found => found is not null);

    private ISymbol? OfNamespace(INamespaceSymbol space)
    {
        if (space.IsGlobalNamespace || space.ConstituentNamespaces.Length == 0) return null;
        // A namespace that others have a share in may be named for their sake.
        if (!space.ConstituentNamespaces.All(part => part.ContainingAssembly is { } owner && _references.ContainsKey(owner))) return null;
        var first = space.ConstituentNamespaces[0];
        return IsOpen(first) || _open[first.ContainingAssembly].Any(open => IsWithin(open, first.ToDisplayString())) ? null : first;
    }

    private ISymbol? Member(ISymbol symbol) =>
        symbol.ContainingAssembly is { } assembly && _references.ContainsKey(assembly) && !IsOpen(symbol) ? symbol : null;

    private bool IsOpen(ISymbol symbol)
    {
        var space = symbol is INamespaceSymbol ? symbol.ToDisplayString() : symbol.ContainingNamespace?.ToDisplayString() ?? "";
        return _open[symbol.ContainingAssembly].Any(open => IsWithin(space, open));
    }

    // Whole segments: Catalog.Api is not within Catalog.Ap.
    private static bool IsWithin(string inner, string outer) =>
        inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || inner[outer.Length] == '.');
}
