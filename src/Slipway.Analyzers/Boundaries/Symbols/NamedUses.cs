using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slipway.Analyzers.Boundaries.Symbols;

/// <summary>Uses that a name says: in a <c>using</c>, a type, a member access, an attribute, a documentation comment.</summary>
internal static class NamedUses
{
    public static IEnumerable<Use> Of(SemanticModel model, SyntaxNode root, WatchedAssemblies watched, CancellationToken cancellation)
    {
        foreach (var token in root.DescendantTokens(descendIntoTrivia: true))
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken) || !watched.Names.Holds(token.ValueText) || token.Parent is not SimpleNameSyntax name) continue;
            cancellation.ThrowIfCancellationRequested();
            if (IsFollowed(name, model, watched, cancellation)) continue;
            if (Closed(name, model, watched, cancellation) is { } symbol) yield return new(token.Span, symbol);
        }
    }

    // Of Catalog.Domain.Product only the last name counts: the others are the way to it.
    private static bool IsFollowed(SimpleNameSyntax name, SemanticModel model, WatchedAssemblies watched, CancellationToken cancellation)
    {
        var next = Next(name);
        return next is not null && watched.Names.Holds(next.Identifier.ValueText) && Closed(next, model, watched, cancellation) is not null;
    }

    private static SimpleNameSyntax? Next(SyntaxNode name) => name.Parent switch
    {
        QualifiedNameSyntax qualified when qualified.Left == name => qualified.Right,
        QualifiedNameSyntax qualified => Next(qualified),
        AliasQualifiedNameSyntax alias when alias.Alias != name => Next(alias),
        MemberAccessExpressionSyntax access when access.Expression == name => access.Name,
        MemberAccessExpressionSyntax access when access.Name == name && access.Parent is MemberAccessExpressionSyntax outer && outer.Expression == access => outer.Name,
        QualifiedCrefSyntax cref when cref.Container == name => (cref.Member as NameMemberCrefSyntax)?.Name as SimpleNameSyntax,
        _ => null,
    };

    private static ISymbol? Closed(SimpleNameSyntax name, SemanticModel model, WatchedAssemblies watched, CancellationToken cancellation)
    {
        var info = model.GetSymbolInfo(name, cancellation);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        // A local or a parameter may have any name; its type is judged where it is written, or by what it is given.
        return symbol is null or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ITypeParameterSymbol ? null
            : symbol is INamespaceOrTypeSymbol or IAliasSymbol ? watched.Closed(symbol)
            : symbol.ContainingAssembly is { } assembly && !SymbolEqualityComparer.Default.Equals(assembly, model.Compilation.Assembly) ? watched.Closed(symbol)
            : null;
    }
}
