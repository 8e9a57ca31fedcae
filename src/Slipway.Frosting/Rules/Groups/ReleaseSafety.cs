namespace Slipway.Frosting.Rules.Groups;

internal static class ReleaseSafety
{
    public static RuleGroup Group { get; } = new("S", "Release safety",
    [
        new()
        {
            Id = "S1", Text = "feature flags", HeldBy = "flag set, exported to flagd and Microsoft.FeatureManagement",
            ShownBy = "same bucket in both",
        },
        new()
        {
            Id = "S2", Text = "canary", HeldBy = "always-valid tests",
            ShownBy = "1,000 simulated A/A rollouts stay under alpha",
        },
        new() { Id = "S3", Text = "tenant-scoped rollouts", HeldBy = "tenant rings" },
        new() { Id = "S4", Text = "A/B tests", HeldBy = "assignment, sample-ratio check, sequential result" },
        new() { Id = "S5", Text = "rapid rollback", HeldBy = "as P3, also after promotion" },
        new()
        {
            Id = "S6", Text = "AI changes prefer tenant scope", HeldBy = "default plan for AI revisions is tenant rings",
            Subject = RuleSubject.Suites,
        },
    ]);
}
