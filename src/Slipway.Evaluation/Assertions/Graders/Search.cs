namespace Slipway.Evaluation.Assertions.Graders;

internal static class Search
{
    public static bool Contains(string text, string part, Letters letters) => letters is Letters.Exact
        ? text.Contains(part, StringComparison.Ordinal)
        : text.ToLowerInvariant().Contains(part.ToLowerInvariant(), StringComparison.Ordinal);
}
