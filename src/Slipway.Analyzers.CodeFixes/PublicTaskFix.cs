using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Slipway.Analyzers.CodeFixes;

/// <summary>SLW9102: a task becomes public, and so does what it is nested in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class PublicTaskFix : CodeFixProvider
{
    private const string Title = "Make the task public";

    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.TaskNotPublic];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } task) return;
        context.RegisterCodeFix(CodeAction.Create(Title, cancellation => FixAsync(context.Document, task, cancellation), equivalenceKey: Title), context.Diagnostics);
    }

    private static async Task<Document> FixAsync(Document document, TypeDeclarationSyntax task, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        foreach (var type in task.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()) editor.SetAccessibility(type, Accessibility.Public);
        return editor.GetChangedDocument();
    }
}
