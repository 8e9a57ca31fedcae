using Slipway.Model.Stages;

namespace Slipway.Frosting.Rules.Groups;

internal static class DeploymentUnits
{
    public static RuleGroup Group { get; } = new("U", "Deployment units",
    [
        new()
        {
            Id = "U1", Text = "individual artifact", HeldBy = "one digest per unit, reproducible",
            ShownBy = "same commit in two folders: same digest",
            State = RuleState.Held, Stages = [StageName.Package],
            Now = "one release per unit, whose digest is over its content and over no commit, clock or path: two clones give the same, and a change elsewhere changes nothing",
        },
        new() { Id = "U2", Text = "individual runtime config", HeldBy = "part of the freight" },
        new() { Id = "U3", Text = "individual scaling", HeldBy = "typed scaling block" },
        new() { Id = "U4", Text = "individual observability", HeldBy = "signal manifest per unit" },
        new()
        {
            Id = "U5", Text = "frontend independent build", HeldBy = "affected graph", Subject = RuleSubject.Apps,
            ShownBy = "a version of npm or a member of the workspace that an app does not reach changes nothing of it", State = RuleState.Held,
            Now = "each app has stages and a fingerprint of its own and runs again only when that changes; --since leaves it out where nothing of it did",
        },
        new()
        {
            Id = "U6", Text = "independent cadence", HeldBy = "no global version",
            State = RuleState.Held, Stages = [StageName.Package],
            Now = "a unit's version comes from its own tags and its own content",
        },
        new()
        {
            Id = "U7", Text = "environment-specific API URLs and flags", HeldBy = "runtime config injected, bundle untouched",
            ShownBy = "digest equal", Subject = RuleSubject.Apps,
        },
    ]);
}
