using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slipway.Analyzers.CodeFixes;

/// <summary>SLW9106: the call gets the token of the task's context.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class PassTokenFix : CodeFixProvider
{
    private const string Title = "Pass the context's token on";

    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.TaskToken];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call) return;
        // Only where the context has a name right there.
        if (call.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.ParameterList.Parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText is "context") is null) return;
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (model?.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol method) return;
        var token = SyntaxFactory.Argument(SyntaxFactory.ParseExpression("context.CancellationToken"));
        // Behind other arguments that are left out, it needs its name.
        var own = method.Parameters.FirstOrDefault(parameter => parameter.Type.Name is "CancellationToken");
        if (own is not null && own.Ordinal != call.ArgumentList.Arguments.Count) token = token.WithNameColon(SyntaxFactory.NameColon(own.Name));
        var changed = call.WithArgumentList(call.ArgumentList.AddArguments(token));
        context.RegisterCodeFix(
            CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(call, changed))), equivalenceKey: Title),
            context.Diagnostics);
    }
}
