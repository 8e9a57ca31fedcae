namespace Slipway.Frosting.Rules.Groups;

internal static class Tenants
{
    public static RuleGroup Group { get; } = new("T", "Tenants",
    [
        new() { Id = "T1", Text = "tenant config and flags", HeldBy = "tenant overlay inside the freight" },
        new() { Id = "T2", Text = "tenant-specific rollouts", HeldBy = "rings" },
        new() { Id = "T3", Text = "per-tenant AI budgets and limits", HeldBy = "as A4, per tenant", Subject = RuleSubject.Suites },
        new() { Id = "T4", Text = "isolation through deployments", HeldBy = "cross-tenant probe in every step" },
    ]);
}
