namespace Slipway.Analyzers;

internal static class RulePage
{
    /// <summary>Where the rule is explained: the page of the same name in the repository's reference.</summary>
    public static string Of(string id) => $"docs/reference/diagnostics/{id}.md";
}
