using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Data;

/// <summary>SLW2002: a text that is SQL names the unit's own schemas only, wherever the text goes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignSqlAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ForeignSchemaInSql,
        "SQL names a schema that the unit does not own",
        "This SQL names the schema '{0}', which '{1}' does not own: a service has a database of its own; ask the owner through its SDK package",
        "Slipway.Data",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A query on another's tables is the tightest coupling there is, and no compiler of the owner sees it.",
        helpLinkUri: RulePage.Of(RuleIds.ForeignSchemaInSql),
        customTags: [WellKnownDiagnosticTags.NotConfigurable]);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (OwnUnit.Of(context.Options, context.CancellationToken) is not { } own || OwnSchemas.Of(own) is not { } schemas) return;
        context.RegisterSyntaxNodeAction(
            node => Check(node, own, schemas),
            SyntaxKind.StringLiteralExpression,
            SyntaxKind.Utf8StringLiteralExpression,
            SyntaxKind.InterpolatedStringExpression,
            SyntaxKind.AddExpression);
    }

    private static void Check(SyntaxNodeAnalysisContext context, OwnUnit own, OwnSchemas schemas)
    {
        // The outermost sum is the statement; its parts are not.
        if (context.Node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }) return;
        if (context.Node is BinaryExpressionSyntax && !IsText(context.Node)) return;
        var text = TextOf(context.Node, context.SemanticModel, context.CancellationToken);
        foreach (var schema in SqlSchemas.In(text))
        {
            if (!schemas.Hold(schema)) context.ReportDiagnostic(Diagnostic.Create(Rule, context.Node.GetLocation(), schema, own.Identity));
        }
    }

    private static bool IsText(SyntaxNode sum) => sum.DescendantNodes().Any(node => node is InterpolatedStringExpressionSyntax || node.IsKind(SyntaxKind.StringLiteralExpression));

    // What is put in at run time is a value, so any word will do in its place; a constant is folded.
    private static string TextOf(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        switch (node)
        {
            case LiteralExpressionSyntax literal:
                return literal.Token.ValueText;
            case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                return TextOf(sum.Left, model, cancellation) + TextOf(sum.Right, model, cancellation);
            case ParenthesizedExpressionSyntax parenthesized:
                return TextOf(parenthesized.Expression, model, cancellation);
            case InterpolatedStringExpressionSyntax interpolated:
                var text = new StringBuilder();
                foreach (var content in interpolated.Contents)
                {
                    text.Append(content is InterpolatedStringTextSyntax written
                        ? written.TextToken.ValueText
                        : TextOf(((InterpolationSyntax)content).Expression, model, cancellation));
                }
                return text.ToString();
            default:
                return model.GetConstantValue(node, cancellation) is { HasValue: true, Value: string constant } ? constant : "x";
        }
    }
}
