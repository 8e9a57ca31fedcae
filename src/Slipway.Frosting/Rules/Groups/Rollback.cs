namespace Slipway.Frosting.Rules.Groups;

internal static class Rollback
{
    public static RuleGroup Group { get; } = new("B", "Rollback",
    [
        new() { Id = "B0", Text = "rollback fast and safe", HeldBy = "compatibility with applied migrations checked first" },
        new() { Id = "B1", Text = "code rollback per unit", HeldBy = "restores code, config, flags, AI revision" },
        new()
        {
            Id = "B2", Text = "AI rollback without code change", HeldBy = "pointer flip, no rebuild, no restart",
            ShownBy = "all instances acknowledge within 10 s", Subject = RuleSubject.Suites,
        },
        new() { Id = "B3", Text = "rollbacks observable", HeldBy = "ledger, event, metric" },
    ]);
}
