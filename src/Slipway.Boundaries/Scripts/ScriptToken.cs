namespace Slipway.Boundaries.Scripts;

internal enum ScriptTokenKind
{
    /// <summary>An identifier, a keyword or a number.</summary>
    Word,

    /// <summary>One character of punctuation.</summary>
    Sign,

    /// <summary>A text in quotes, or a template without a hole.</summary>
    Text,

    /// <summary>The part of a template before its first hole.</summary>
    Template,

    /// <summary>What a comment refers to: <c>/// &lt;reference path="…" /&gt;</c>, or an import of JSDoc.</summary>
    Reference,
}

/// <param name="Kind">What it is.</param>
/// <param name="Value">Of a text what it says, without quotes.</param>
/// <param name="Offset">Where it begins; of a text its first character.</param>
internal readonly record struct ScriptToken(ScriptTokenKind Kind, string Value, int Offset)
{
    public bool Is(string sign) => Kind is ScriptTokenKind.Sign or ScriptTokenKind.Word && Value == sign;

    public bool IsText => Kind is ScriptTokenKind.Text;
}
