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

    private static readonly string[] Words = ["from", "join", "into", "update", "table", "using", "references", "view", "truncate", "copy", "merge"];

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
        // Binding is dear, so only what may be SQL is bound, and of that only what may be a name.
        if (!MayBeSql(TextOf(context.Node, model: null, context.CancellationToken))) return;
        var text = TextOf(context.Node, context.SemanticModel, context.CancellationToken);
        foreach (var schema in SqlSchemas.In(text))
        {
            if (!schemas.Hold(schema)) context.ReportDiagnostic(Diagnostic.Create(Rule, context.Node.GetLocation(), schema, own.Identity));
        }
    }

    private static bool IsText(SyntaxNode sum) => sum.DescendantNodes().Any(node => node is InterpolatedStringExpressionSyntax || node.IsKind(SyntaxKind.StringLiteralExpression));

    private static bool MayBeSql(string text) => text.IndexOf('.') >= 0 && Array.Exists(Words, word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static string TextOf(SyntaxNode node, SemanticModel? model, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        Append(node, text, model, cancellation);
        return text.ToString();
    }

    private static void Append(SyntaxNode node, StringBuilder text, SemanticModel? model, CancellationToken cancellation)
    {
        switch (node)
        {
            case LiteralExpressionSyntax literal:
                text.Append(literal.Token.ValueText);
                break;
            case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                Append(sum.Left, text, model, cancellation);
                Append(sum.Right, text, model, cancellation);
                break;
            case ParenthesizedExpressionSyntax parenthesized:
                Append(parenthesized.Expression, text, model, cancellation);
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                foreach (var content in interpolated.Contents)
                {
                    if (content is InterpolatedStringTextSyntax written) text.Append(written.TextToken.ValueText);
                    else Append(((InterpolationSyntax)content).Expression, text, model, cancellation);
                }
                break;
            default:
                // What is put in at run time is a value, and any word will do in its place; a constant where a name may stand is folded.
                text.Append(model is not null && MayBeName(text) && model.GetConstantValue(node, cancellation) is { HasValue: true, Value: string constant } ? constant : "x");
                break;
        }
    }

    // At the beginning, after a word that a table follows, and after the dot of a schema.
    private static bool MayBeName(StringBuilder text)
    {
        var before = text.ToString().TrimEnd();
        return before.Length == 0 || Array.Exists(Words, word => before.EndsWith(word, StringComparison.OrdinalIgnoreCase)) || before[before.Length - 1] is '.' or ',' or '"' or '[';
    }
}
