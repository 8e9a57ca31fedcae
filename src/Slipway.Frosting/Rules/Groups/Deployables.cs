using Slipway.Model.Stages;

namespace Slipway.Frosting.Rules.Groups;

internal static class Deployables
{
    public static RuleGroup Group { get; } = new("D", "What gets deployed",
    [
        new()
        {
            Id = "D1", Text = "backend services in /services", HeldBy = "discovery", ShownBy = "a new folder is a new unit",
            State = RuleState.Held,
            Now = "a folder in services/ that holds a project is a unit; one that holds none is reported",
        },
        new()
        {
            Id = "D2", Text = "frontend apps in /apps", HeldBy = "discovery", ShownBy = "static and server-rendered apps",
            State = RuleState.Held, Stages = [StageName.Package],
            Now = "a folder in apps/ is a unit; what its build script leaves in dist is shipped: as files, or as an image where the script start runs a server of dist",
        },
        new()
        {
            Id = "D3", Text = "shared packages are bundled, not deployed", HeldBy = "packages have no environment pointer",
            ShownBy = "deploying a package is refused; its dependents are affected",
            State = RuleState.Partly,
            Now = "a package's content is part of the fingerprint of every unit that uses it; nothing is deployed, so nothing is refused",
        },
        new()
        {
            Id = "D4", Text = "documentation ships by git", HeldBy = "docs are no input of any stage", ShownBy = "a docs-only change runs nothing",
            State = RuleState.Held,
            Now = "a unit's docs/ folder and the .md files beside it are left out of its fingerprint",
        },
    ]);
}
