namespace Slipway.Evaluation.Assertions.Graders;

/// <summary>Shows texts in reasons.</summary>
internal static class Quote
{
    public static string Text(string text) => $"'{text.ReplaceLineEndings("\\n")}'";

    public static string List(IEnumerable<string> texts) => string.Join(", ", texts.Select(Text));
}
