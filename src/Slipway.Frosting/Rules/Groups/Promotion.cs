using Slipway.Model.Stages;

namespace Slipway.Frosting.Rules.Groups;

internal static class Promotion
{
    public static RuleGroup Group { get; } = new("R", "Promotion",
    [
        new() { Id = "R1", Text = "path local, dev, staging, production", HeldBy = "the type has no skip" },
        new()
        {
            Id = "R2", Text = "gated by automated checks", HeldBy = "complete, unexpired verdicts",
            ShownBy = "each missing one blocks",
            State = RuleState.Partly, Stages = [StageName.Verify],
            Now = "verification denies a release whose gates are missing, not passed or too old for the environment; nothing is promoted yet",
        },
        new() { Id = "R3", Text = "staging is production-like", HeldBy = "parity score including topology, limits, flags, models" },
        new() { Id = "R4", Text = "no manual \"it seems fine\"", HeldBy = "no force flag; break-glass needs two approvers, reason, expiry" },
    ]);
}
