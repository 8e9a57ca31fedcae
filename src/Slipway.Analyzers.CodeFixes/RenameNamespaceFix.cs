using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slipway.Analyzers.CodeFixes;

/// <summary>SLW1015: the namespace becomes that of the assembly, with the last part that it had.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RenameNamespaceFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.ForeignNamespace];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>() is not { } declared) return;
        var name = $"{Valid(context.Document.Project.AssemblyName)}.{Last(declared.Name)}";
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Rename the namespace to '{name}'",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(declared.Name, SyntaxFactory.ParseName(name).WithTriviaFrom(declared.Name)))),
                equivalenceKey: nameof(RenameNamespaceFix)),
            context.Diagnostics);
    }

    private static string Last(NameSyntax name) => name is QualifiedNameSyntax qualified ? qualified.Right.ToString() : name.ToString();

    private static string Valid(string assembly) => string.Join(".", assembly.Split('.').Select(part => part.Replace('-', '_')));
}
