using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Slipway.Analyzers.Boundaries.Symbols;

/// <summary>Uses that no name says: the type of a discarded result, a conversion, a deconstruction, a pattern, <c>new()</c>, an inferred lambda.</summary>
internal static class ImpliedUses
{
    public static IEnumerable<Use> Of(SemanticModel model, SyntaxNode root, WatchedAssemblies watched, CancellationToken cancellation)
    {
        foreach (var node in root.DescendantNodes())
        {
            foreach (var symbol in OfSyntax(node, model, cancellation))
            {
                if (watched.Closed(symbol) is { } closed) yield return new(SpanOf(node), closed);
            }
            if (!IsRoot(node) || model.GetOperation(node, cancellation) is not { } operation) continue;
            foreach (var inner in operation.DescendantsAndSelf())
            {
                cancellation.ThrowIfCancellationRequested();
                var found = watched.OfType(inner.Type) ?? UsedSymbols.Of(inner).Select(watched.Closed).FirstOrDefault(symbol => symbol is not null);
                if (found is not null) yield return new(SpanOf(inner.Syntax), found);
            }
        }
    }

    // Where a tree of operations begins. What lies in it is reached from there, lambdas and local functions among it.
    private static bool IsRoot(SyntaxNode node) => node
        is BaseMethodDeclarationSyntax
        or AccessorDeclarationSyntax
        or AttributeSyntax
        or PrimaryConstructorBaseTypeSyntax
        or ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax or IndexerDeclarationSyntax }
        or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or ParameterSyntax or EnumMemberDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } }
        || (node is GlobalStatementSyntax);

    // What the language binds by pattern has no operation of its own.
    private static IEnumerable<ISymbol?> OfSyntax(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        switch (node)
        {
            case CommonForEachStatementSyntax each:
                var loop = model.GetForEachStatementInfo(each);
                return [loop.GetEnumeratorMethod, loop.MoveNextMethod, loop.CurrentProperty, loop.DisposeMethod, loop.ElementType, loop.CurrentConversion.MethodSymbol];
            case AwaitExpressionSyntax awaited:
                var awaiting = model.GetAwaitExpressionInfo(awaited);
                return [awaiting.GetAwaiterMethod, awaiting.IsCompletedProperty, awaiting.GetResultMethod];
            case AssignmentExpressionSyntax { Left: TupleExpressionSyntax or DeclarationExpressionSyntax } assignment:
                return Methods(model.GetDeconstructionInfo(assignment));
            case BaseTypeSyntax parent:
                return [model.GetTypeInfo(parent.Type, cancellation).Type];
            case TypeSyntax { Parent: VariableDeclarationSyntax or ParameterSyntax or PropertyDeclarationSyntax or MethodDeclarationSyntax or TypeArgumentListSyntax } type:
                return [model.GetTypeInfo(type, cancellation).Type];
            case QueryClauseSyntax clause:
                var query = model.GetQueryClauseInfo(clause, cancellation);
                return [query.CastInfo.Symbol, query.OperationInfo.Symbol];
            default:
                return [];
        }
    }

    private static IEnumerable<ISymbol?> Methods(DeconstructionInfo info) => info.Nested.SelectMany(Methods).Prepend(info.Method);

    private static TextSpan SpanOf(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.Span,
        InvocationExpressionSyntax invocation => invocation.Expression.Span,
        MemberAccessExpressionSyntax access => access.Name.Span,
        CommonForEachStatementSyntax each => each.Expression.Span,
        BaseTypeSyntax parent => parent.Type.Span,
        LambdaExpressionSyntax lambda => lambda.ArrowToken.Span,
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or BlockSyntax => new(node.SpanStart, 0),
        _ => node.Span,
    };
}
