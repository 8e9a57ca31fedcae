namespace Slipway.Frosting.Rules.Groups;

internal static class Regulation
{
    public static RuleGroup Group { get; } = new("H", "Regulated deployments",
    [
        new() { Id = "H1", Text = "only approved vendors", HeldBy = "refused at plan, load and egress" },
        new()
        {
            Id = "H2", Text = "PHI constraints", HeldBy = "classified types; redaction",
            ShownBy = "a marked value never reaches an unapproved vendor",
        },
        new()
        {
            Id = "H3", Text = "filtered logging", HeldBy = "redaction by classification",
            ShownBy = "marked value found in no sink",
        },
        new() { Id = "H4", Text = "controlled retention", HeldBy = "time to live per sink; ledger floor" },
        new() { Id = "H5", Text = "strict access", HeldBy = "deny by default, separation of duties" },
        new() { Id = "H6", Text = "configs reviewed and locked", HeldBy = "a locked revision needs two reviewers to supersede" },
    ]);
}
