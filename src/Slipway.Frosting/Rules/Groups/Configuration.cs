using Slipway.Model.Stages;

namespace Slipway.Frosting.Rules.Groups;

internal static class Configuration
{
    public static RuleGroup Group { get; } = new("C", "Configuration",
    [
        new()
        {
            Id = "C1", Text = "build-time and runtime config are separate", HeldBy = "two schemas", ShownBy = "a key in both is an error",
            State = RuleState.Partly,
            Now = "platform.yaml and unit.yaml hold the one, environments/*.yaml the other, each with its schema; a key in both is not looked for",
        },
        new()
        {
            Id = "C2", Text = "build-time config affects bundling only", HeldBy = "one artifact digest for all environments",
            ShownBy = "digest equal across environments",
            State = RuleState.Partly, Stages = [StageName.Package],
            Now = "no stage knows an environment, so a unit has one artifact; what its own build script reads is not looked at",
        },
        new() { Id = "C3", Text = "runtime config is environment-scoped", HeldBy = "revisions per environment and unit" },
        new()
        {
            Id = "C4", Text = "secrets never in the repository", HeldBy = "secret references; scan of tree, history, artifact, ledger",
            ShownBy = "planted secrets found",
            State = RuleState.Partly, Stages = [StageName.Security],
            Now = "a plain secret in environments/*.yaml is refused (SLP1031), one in a unit's inputs found (SLW4001 to 4003); documentation, history and artifacts are not scanned",
        },
    ]);
}
