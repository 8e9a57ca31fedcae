using Slipway.Model.Stages;

namespace Slipway.Frosting.Rules.Groups;

internal static class Principles
{
    public static RuleGroup Group { get; } = new("P", "Deployment principles",
    [
        new()
        {
            Id = "P1", Text = "independent deployability", HeldBy = "one release and one pointer per unit",
            ShownBy = "deploying one unit leaves every other unit's pointer unchanged",
            State = RuleState.Partly, Stages = [StageName.Package, StageName.Sign],
            Now = "each unit has a version and a signed release of its own; there are no pointers yet",
        },
        new()
        {
            Id = "P2", Text = "safe change promotion", HeldBy = "policy over evidence",
            ShownBy = "property: no pointer moves without a complete set of pass verdicts",
            State = RuleState.Partly, Stages = [StageName.Sign, StageName.Verify],
            Now = "every gate is a signed statement, and --environment holds a release against that environment's policy; there are no pointers yet",
        },
        new()
        {
            Id = "P3", Text = "fast rollback paths", HeldBy = "pointer moves back, previous freight kept warm",
            ShownBy = "p95 of rollback on one host is 5 s or less, with registry and CI offline",
        },
        new()
        {
            Id = "P4", Text = "environment parity", HeldBy = "parity check over environment files",
            ShownBy = "same digests, same config keys; only declared keys differ",
        },
        new()
        {
            Id = "P5", Text = "observability before optimization", HeldBy = "scaling refused while O1 to O5 are unproven",
            ShownBy = "a scale-up without telemetry is refused",
        },
        new()
        {
            Id = "P6", Text = "secure defaults", HeldBy = "empty config denies; no default environment",
            ShownBy = "an empty platform deploys nothing",
        },
        new()
        {
            Id = "P7", Text = "deployment is part of the product", HeldBy = "delivery code in the repository, dry run on every change",
            ShownBy = "a dry run of a deployment in CI",
            State = RuleState.Partly,
            Now = "the build is a program in the repository, compiled and run like the rest of it; it deploys nothing yet",
        },
    ]);
}
