namespace Slipway.Frosting.Rules.Groups;

internal static class AiConfiguration
{
    public static RuleGroup Group { get; } = new("A", "AI runtime configuration",
    [
        Rule("A1", "model selection and versions", "AI revision; pinned versions", "a floating alias is refused past dev"),
        Rule("A2", "prompt versions", "prompts are content-addressed"),
        Rule("A3", "tool availability", "allow-list by tool schema digest", "a changed tool schema is refused"),
        Rule("A4", "cost and rate limits", "reserve, then settle", "200 parallel calls overspend nothing"),
        Rule("A5", "compliance mode flags", "typed, monotone: a tenant may only tighten", "property test"),
        Rule("A6", "AI changes auditable", "ledger entry with diff, actor, evals"),
        Rule("A7", "AI changes reversible", "revisions are never deleted", "any past revision can be restored"),
        Rule("A8", "AI changes observable", "revision id on every model call's span and metric"),
    ]);

    private static Rule Rule(string id, string text, string heldBy, string? shownBy = null) =>
        new() { Id = id, Text = text, HeldBy = heldBy, ShownBy = shownBy, Subject = RuleSubject.Suites };
}
