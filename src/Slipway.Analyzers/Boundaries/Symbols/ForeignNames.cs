using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Slipway.Analyzers.Boundaries.Symbols;

/// <summary>The words that some assemblies could be named by: most identifiers of a file are none of them, and need not be bound.</summary>
internal sealed class ForeignNames
{
    private readonly HashSet<string> _words = [];

    public ForeignNames(ImmutableArray<IAssemblySymbol> assemblies)
    {
        foreach (var assembly in assemblies) AddNamespace(assembly.GlobalNamespace);
    }

    public bool Holds(string word) => _words.Contains(word);

    private void AddNamespace(INamespaceSymbol space)
    {
        _words.Add(space.Name);
        foreach (var inner in space.GetNamespaceMembers()) AddNamespace(inner);
        foreach (var type in space.GetTypeMembers()) AddType(type);
    }

    private void AddType(INamedTypeSymbol type)
    {
        _words.Add(type.Name);
        if (type.Name.EndsWith("Attribute", StringComparison.Ordinal)) _words.Add(type.Name.Substring(0, type.Name.Length - "Attribute".Length));
        foreach (var member in type.MemberNames)
        {
            _words.Add(member);
            // An indexer has no name in code, a property of an extension block has that of its accessor.
            if (member.StartsWith("get_", StringComparison.Ordinal) || member.StartsWith("set_", StringComparison.Ordinal)) _words.Add(member.Substring(4));
        }
        foreach (var inner in type.GetTypeMembers()) AddType(inner);
    }
}
