using Slipway.Model.Stages;

namespace Slipway.Frosting.Rules.Groups;

internal static class Independence
{
    public static RuleGroup Group { get; } = new("I", "Independence",
    [
        new()
        {
            Id = "I1", Text = "no shared database", HeldBy = "database identity per unit", ShownBy = "two units with one database: refused",
            State = RuleState.Partly, Subject = RuleSubject.Databases,
            Now = "two units that declare one database are refused when the platform is read (SLP1032); what code connects to is not looked at",
        },
        new()
        {
            Id = "I2", Text = "no cross-service imports", HeldBy = "project graph check and analyzers", ShownBy = "the catalogue of evasions, each caught",
            State = RuleState.Partly, Stages = [StageName.Boundaries],
            Now = "a reference to another unit is found in the graph and by the compiler (SLW1001); linked source files and reflection are not",
        },
        new()
        {
            Id = "I3", Text = "no deployment-order assumptions", HeldBy = "contract tests in every intermediate state",
            ShownBy = "random deploy orders",
        },
        new()
        {
            Id = "I4", Text = "stable APIs and events", HeldBy = "OpenAPI and event-schema comparison with the last release",
            ShownBy = "a breaking change fails and names its consumers",
            State = RuleState.Partly, Stages = [StageName.Boundaries],
            Now = "OpenAPI documents, events' schemas and assemblies are compared with the newest release in the store (SLW1100 to SLW1102); TypeScript packages, callbacks and webhooks are not",
        },
        new()
        {
            Id = "I5", Text = "frontends call services through SDKs only", HeldBy = "analyzers, import graph", ShownBy = "raw HTTP to a service from an app is an error",
            State = RuleState.Partly, Stages = [StageName.Boundaries], Subject = RuleSubject.Apps,
            Now = "an app whose package.json names a service is an error (SLW1001); raw HTTP is not looked for",
        },
        new()
        {
            Id = "I6", Text = "no reliance on other frontends", HeldBy = "import and URL check", ShownBy = "an app that names another app is an error",
            State = RuleState.Partly, Stages = [StageName.Boundaries], Subject = RuleSubject.Apps,
            Now = "an app whose package.json names another app is an error (SLW1001); addresses are not looked at",
        },
    ]);
}
