using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slipway.Analyzers.Data;

/// <summary>
/// A text as a source file has it: literals as they are, and an <c>x</c> where something is put in at run time, for that is a value, and any
/// word will do in its place. A constant where a name of SQL may stand is folded.
/// </summary>
internal sealed class WrittenText
{
    private readonly StringBuilder _text = new();
    private readonly SemanticModel? _model;
    private readonly CancellationToken _cancellation;

    private WrittenText(SemanticModel? model, CancellationToken cancellation)
    {
        _model = model;
        _cancellation = cancellation;
    }

    /// <summary>The words that a table's name follows.</summary>
    public static string[] BeforeNames { get; } = ["from", "join", "into", "update", "table", "using", "references", "view", "truncate", "copy", "merge"];

    public string Text { get; private set; } = "";

    /// <summary>Whether something is put in where a name may stand, and nobody was asked what it is.</summary>
    public bool LacksNames { get; private set; }

    /// <param name="node">A text, or a sum of texts.</param>
    /// <param name="model">Knows constants; null for none folded.</param>
    /// <param name="cancellation">Ends the binding.</param>
    public static WrittenText Of(SyntaxNode node, SemanticModel? model, CancellationToken cancellation)
    {
        var written = new WrittenText(model, cancellation);
        if (node is LiteralExpressionSyntax literal)
        {
            written.Text = literal.Token.ValueText;
        }
        else
        {
            written.Append(node);
            written.Text = written._text.ToString();
        }
        return written;
    }

    private void Append(SyntaxNode node)
    {
        switch (node)
        {
            case LiteralExpressionSyntax literal:
                _text.Append(literal.Token.ValueText);
                break;
            case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                Append(sum.Left);
                Append(sum.Right);
                break;
            case ParenthesizedExpressionSyntax parenthesized:
                Append(parenthesized.Expression);
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                foreach (var content in interpolated.Contents)
                {
                    if (content is InterpolatedStringTextSyntax written) _text.Append(written.TextToken.ValueText);
                    else Append(((InterpolationSyntax)content).Expression);
                }
                break;
            default:
                _text.Append(ConstantOf(node) ?? "x");
                break;
        }
    }

    private string? ConstantOf(SyntaxNode node)
    {
        if (!MayBeName()) return null;
        if (_model is not null) return _model.GetConstantValue(node, _cancellation) is { HasValue: true, Value: string constant } ? constant : null;
        LacksNames = true;
        return null;
    }

    // At the beginning, after a word that a table follows, and after the dot of a schema.
    private bool MayBeName()
    {
        var from = Math.Max(0, _text.Length - 32);
        var before = _text.ToString(from, _text.Length - from).TrimEnd();
        // Blanks for more than a line hide nothing: then any name may follow.
        return before.Length == 0 || before[before.Length - 1] is '.' or ',' or '"' or '[' || Array.Exists(BeforeNames, word => before.EndsWith(word, StringComparison.OrdinalIgnoreCase));
    }
}
