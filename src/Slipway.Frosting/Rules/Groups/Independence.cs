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
            Now = "two units that declare one database are refused when the platform is read (SLP1032), and configurations that come to one database are an error (SLW2003); what a template or a secret store fills in is not known",
        },
        new()
        {
            Id = "I2", Text = "no cross-service imports", HeldBy = "project graph check and analyzers", ShownBy = "the catalogue of evasions, each caught",
            State = RuleState.Partly, Stages = [StageName.Boundaries],
            Now = "every road through files is found from outside (graph, project files in every condition, links, copied assemblies, scripts, SQL), and what the compiler sees by the compiler; what is put together at run time is not",
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
            Now = "a script or package.json of an app that names a service is an error (SLW8001 to 8003), and so is a call of its address or route (SLW8005); addresses that are put together from variables are not found",
        },
        new()
        {
            Id = "I6", Text = "no reliance on other frontends", HeldBy = "import and URL check", ShownBy = "an app that names another app is an error",
            State = RuleState.Partly, Stages = [StageName.Boundaries], Subject = RuleSubject.Apps,
            Now = "a script or package.json of an app that names another app is an error (SLW8001 to 8003), and so is a call of its address (SLW8005)",
        },
    ]);
}
