using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Slipway.Analyzers.Boundaries.Symbols;

/// <summary>A place in code that uses what is closed.</summary>
/// <param name="span">The name, or the expression where no name says it.</param>
/// <param name="symbol">What is used.</param>
internal sealed class Use(TextSpan span, ISymbol symbol)
{
    public TextSpan Span { get; } = span;

    public ISymbol Symbol { get; } = symbol;
}
