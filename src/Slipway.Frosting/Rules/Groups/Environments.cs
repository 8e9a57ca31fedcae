namespace Slipway.Frosting.Rules.Groups;

internal static class Environments
{
    public static RuleGroup Group { get; } = new("E", "Environment model",
    [
        new()
        {
            Id = "E1", Text = "local, dev, staging, production", HeldBy = "a fixed order", ShownBy = "an unknown environment is refused",
            State = RuleState.Held,
            Now = "the four are a closed, ordered set; a file in environments/ for any other is refused (SLP1030)",
        },
        new() { Id = "E2", Text = "parity prioritized", HeldBy = "as P4, gating staging", ShownBy = "as P4" },
        new()
        {
            Id = "E3", Text = "production strictest", HeldBy = "policy order checked at load", ShownBy = "a looser production is refused",
            State = RuleState.Held,
            Now = "policy.yaml, and what is built in, may ask no less of a later environment than of an earlier one (SLP4068)",
        },
        new()
        {
            Id = "E4", Text = "forward only, no hotfix in place", HeldBy = "drift check: running digest against pointer",
            ShownBy = "a changed running unit raises an alarm and blocks",
        },
    ]);
}
