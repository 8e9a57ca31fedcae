using Slipway.Compatibility.Rules;

namespace Slipway.Build.Documentation;

/// <summary>Every rule about what a released contract must not have, with the example that the tests run.</summary>
internal static class ApiBreaksPage
{
    public static Page Make() => new("api-breaks.md", $"""
        # What breaks a promise

        The stage `boundaries` compares what a unit promises with its newest release. What breaks somebody fails, unless the unit's version may
        break it: see [change an API](../how-to/change-an-api.md). A warning is said and fails nothing.

        Each rule has an example. *Before* to *after* breaks that rule and no other; *before* to *legal* breaks none; the tests run them all.

        ## HTTP APIs: {BreakRules.OfApis.Length} rules ([SLW1100](diagnostics/SLW1100.md))

        {Section("Operations", Direction.Operation)}

        {Section("What callers send", Direction.Request)}

        {Section("What callers receive", Direction.Response)}

        ## Events: {BreakRules.OfEvents.Length} rules ([SLW1101](diagnostics/SLW1101.md))

        {Events()}

        ## Packages: {BreakRules.OfAssemblies.Length} rules ([SLW1102](diagnostics/SLW1102.md))

        Microsoft's ApiCompat decides, with the ids that its own documentation explains (`CP0001` and so on).

        {Table.Of(["rule", "whom it hurts"], BreakRules.OfAssemblies.Select(rule => (string?[])[$"`{rule.Name}`", rule.Text]))}
        """);

    private static string Section(string title, Direction direction)
    {
        var rules = BreakRules.OfApis.Where(rule => rule.Direction == direction).ToList();
        return $"### {title}\n\n{Table.Of(["rule", "", "whom it hurts"], rules.Select(Row))}\n\n{string.Join("\n\n", rules.Select(Example))}";
    }

    // Their examples are those of the same rules above, in a schema of its own.
    private static string Events() => Table.Of(["rule", "", "whom it hurts"], BreakRules.OfEvents.Select(Row));

    private static string?[] Row(BreakRule rule) => [$"`{rule.Name}`", rule.Gravity == Gravity.Break ? "break" : "warning", rule.Text];

    private static string Example(BreakRule rule) => $"""
        #### {rule.Name}

        ```
        before  {rule.Example.Before}
        after   {rule.Example.After}
        legal   {rule.Example.Legal}
        ```
        """;
}
