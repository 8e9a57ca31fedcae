using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Slipway.Analyzers.Boundaries.Symbols;

/// <summary>
/// Every place of a file that uses what is closed. Names are looked for first, since a name is what one reads; an implied use counts where no
/// name within it has said the same.
/// </summary>
internal static class UseFinder
{
    /// <returns>In the order of the file.</returns>
    public static ImmutableArray<Use> Find(SemanticModel model, WatchedAssemblies watched, CancellationToken cancellation)
    {
        var root = model.SyntaxTree.GetRoot(cancellation);
        var found = new SortedDictionary<int, Use>();
        foreach (var use in NamedUses.Of(model, root, watched, cancellation)) found[use.Span.Start] = use;
        var named = found.Values.Select(use => use.Span).ToArray();
        foreach (var use in ImpliedUses.Of(model, root, watched, cancellation))
        {
            if (found.ContainsKey(use.Span.Start) || named.Any(span => use.Span.Contains(span) || IsOneStatement(root, use, span))) continue;
            found[use.Span.Start] = use;
        }
        return [.. found.Values];
    }

    // In `Product p = Find();` the name says what the call implies.
    private static bool IsOneStatement(SyntaxNode root, Use use, Microsoft.CodeAnalysis.Text.TextSpan named)
    {
        var statement = root.FindNode(use.Span, getInnermostNodeForTie: true).AncestorsAndSelf()
            .FirstOrDefault(node => node is Microsoft.CodeAnalysis.CSharp.Syntax.StatementSyntax or Microsoft.CodeAnalysis.CSharp.Syntax.MemberDeclarationSyntax);
        return statement is not null and not Microsoft.CodeAnalysis.CSharp.Syntax.BlockSyntax && statement.Span.Contains(named)
            && statement is not Microsoft.CodeAnalysis.CSharp.Syntax.BaseTypeDeclarationSyntax and not Microsoft.CodeAnalysis.CSharp.Syntax.BaseNamespaceDeclarationSyntax;
    }
}
