using Slipway.Frosting.Rules;

namespace Slipway.Build.Documentation;

/// <summary>The rulebook, rule by rule.</summary>
internal static class RulebookPage
{
    public static Page Make() => new("rulebook.md", $"""
        # Rulebook

        Every rule of the deployment strategy: how it is to be held, by which test its breach would be seen, and what this version does.
        `./build.sh --target=Rules` prints the same for a platform, where a rule about something that the platform lacks has nothing to hold.
        An id is never used again.

        {Count()}

        {string.Join("\n\n", Rulebook.Groups.Select(Section))}
        """);

    private static string Count() => Table.Of(
        ["state", "rules", "means"],
        new[] { RuleState.Held, RuleState.Partly, RuleState.NotYetHeld }.Select(state => (string?[])
        [
            RuleStates.Word(state),
            $"{Rulebook.Groups.SelectMany(group => group.Rules).Count(rule => rule.State == state)}",
            state switch
            {
                RuleState.Held => "breaking it fails a run",
                RuleState.Partly => "some ways of breaking it fail a run; the text says which do not",
                _ => "nothing fails when it is broken",
            },
        ]));

    private static string Section(RuleGroup group) =>
        $"## {group.Letter}: {group.Title}\n\n" + Table.Of(
            ["id", "rule", "to be held by", "to be shown by", "state", "today"],
            group.Rules.Select(rule => (string?[])
            [
                rule.Id, rule.Text, rule.HeldBy, rule.ShownBy, RuleStates.Word(rule.State),
                rule.Stages.IsEmpty ? rule.Now : $"{string.Join(", ", rule.Stages)}: {rule.Now}",
            ]));
}
