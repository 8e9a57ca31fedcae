using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slipway.Analyzers.Data;

/// <summary>
/// A text as a source file has it: literals as they are, and <see cref="SqlTokens.PutIn"/> where something is put in at run time, for nobody knows
/// what that will be. A constant where a name of SQL may stand is folded.
/// </summary>
internal sealed class WrittenText
{
    // The words that a table's name follows.
    private static readonly string[] BeforeNames = ["from", "join", "into", "update", "table", "using", "references", "view", "truncate", "copy", "merge", "on", "delete", "insert", "schema", "search_path to", "call", "exec"];

    [ThreadStatic]
    private static StringBuilder? _kept;

    private readonly StringBuilder _text;
    private readonly SemanticModel? _model;
    private readonly CancellationToken _cancellation;
    private bool _lacksNames;

    private WrittenText(StringBuilder text, SemanticModel? model, CancellationToken cancellation)
    {
        _text = text;
        _model = model;
        _cancellation = cancellation;
    }

    /// <param name="node">A text, or a sum of texts.</param>
    /// <param name="model">Knows constants; null for none folded.</param>
    /// <param name="lacksNames">Whether something is put in where a name may stand, and nobody was asked what it is.</param>
    /// <param name="cancellation">Ends the binding.</param>
    public static string Of(SyntaxNode node, SemanticModel? model, out bool lacksNames, CancellationToken cancellation)
    {
        lacksNames = false;
        if (node is LiteralExpressionSyntax literal) return literal.Token.ValueText;
        var written = new WrittenText((_kept ??= new(256)).Clear(), model, cancellation);
        written.Append(node);
        lacksNames = written._lacksNames;
        return written._text.ToString();
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
                if (ConstantOf(node) is { } constant) _text.Append(constant);
                else _text.Append(SqlTokens.PutIn);
                break;
        }
    }

    private string? ConstantOf(SyntaxNode node)
    {
        if (!MayBeName()) return null;
        if (_model is not null) return _model.GetConstantValue(node, _cancellation) is { HasValue: true, Value: string constant } ? constant : null;
        _lacksNames = true;
        return null;
    }

    // At the beginning, after a word that a table follows, and after the dot of a schema.
    private bool MayBeName()
    {
        var end = _text.Length;
        while (end > 0 && char.IsWhiteSpace(_text[end - 1])) end--;
        return end == 0 || _text[end - 1] is '.' or ',' or '"' or '[' || Array.Exists(BeforeNames, word => EndsWith(word, end));
    }

    private bool EndsWith(string word, int end)
    {
        var start = end - word.Length;
        if (start < 0) return false;
        for (var index = 0; index < word.Length; index++)
        {
            if (char.ToLowerInvariant(_text[start + index]) != word[index]) return false;
        }
        return true;
    }
}
