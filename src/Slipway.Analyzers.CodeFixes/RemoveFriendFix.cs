using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slipway.Analyzers.CodeFixes;

/// <summary>SLW1006: an attribute that opens internals to another unit goes away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveFriendFix : CodeFixProvider
{
    private const string Title = "Keep the internals within the unit";

    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.ForeignFriend];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<AttributeSyntax>()?.Parent is not AttributeListSyntax list) return;
        var attribute = list.Attributes.First(candidate => candidate.Span.IntersectsWith(context.Span));
        // A blank line before the list stays; before an attribute among others there is but a blank.
        var changed = list.Attributes.Count == 1
            ? root.RemoveNode(list, SyntaxRemoveOptions.KeepLeadingTrivia)
            : root.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia);
        context.RegisterCodeFix(
            CodeAction.Create(
                Title,
                _ => Task.FromResult(context.Document.WithSyntaxRoot(changed!)),
                equivalenceKey: Title),
            context.Diagnostics);
    }
}
