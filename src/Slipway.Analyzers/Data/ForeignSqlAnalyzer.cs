using System.Collections.Immutable;
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
            SyntaxKind.InterpolatedStringExpression);
    }

    private static void Check(SyntaxNodeAnalysisContext context, OwnUnit own, OwnSchemas schemas)
    {
        if (StatementOf(context.Node) is not { } statement) return;
        if (!SqlStatement.MayBegin(BeginningOf(statement), isWhole: statement is LiteralExpressionSyntax)) return;
        var text = WrittenText.Of(statement, null, out var lacksNames, context.CancellationToken);
        // Binding is dear, so only a statement is bound, and of that only what may be a name.
        if (lacksNames && SqlStatement.Is(text)) text = WrittenText.Of(statement, context.SemanticModel, out _, context.CancellationToken);
        foreach (var schema in ForeignSchemas.Of(text, schemas))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, statement.GetLocation(), schema, own.Identity));
        }
    }

    // The outermost sum that a text stands in, if it is the first text there: the others are parts of the same statement.
    private static SyntaxNode? StatementOf(SyntaxNode text)
    {
        var statement = text;
        for (var node = text; ; node = node.Parent)
        {
            switch (node.Parent)
            {
                case ParenthesizedExpressionSyntax:
                    continue;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                    if (sum.Right == node && sum.Left.DescendantNodesAndSelf().Any(IsText)) return null;
                    statement = sum;
                    continue;
                default:
                    return statement;
            }
        }
    }

    private static bool IsText(SyntaxNode node) => node is InterpolatedStringExpressionSyntax || node.IsKind(SyntaxKind.StringLiteralExpression);

    // What stands first as it is written; nothing where that is put in.
    private static string BeginningOf(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal => literal.Token.ValueText,
        BinaryExpressionSyntax sum => BeginningOf(sum.Left),
        ParenthesizedExpressionSyntax parenthesized => BeginningOf(parenthesized.Expression),
        InterpolatedStringExpressionSyntax interpolated => interpolated.Contents.Count > 0 && interpolated.Contents[0] is InterpolatedStringTextSyntax written ? written.TextToken.ValueText : "",
        _ => "",
    };
}
