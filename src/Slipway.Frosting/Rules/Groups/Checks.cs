using Slipway.Model.Stages;

namespace Slipway.Frosting.Rules.Groups;

internal static class Checks
{
    public static RuleGroup Group { get; } = new("K", "Checks",
    [
        new()
        {
            Id = "K0", Text = "CI/CD mandatory", HeldBy = "pointers move only with signed evidence",
            State = RuleState.Partly, Stages = [StageName.Sign, StageName.Verify],
            Now = "a release is signed only after every check of its unit, with a statement for each check; there are no pointers yet",
        },
        new()
        {
            Id = "K1", Text = "lint and typecheck", HeldBy = "stages lint, typecheck, boundaries",
            State = RuleState.Held, Stages = [StageName.Typecheck, StageName.Lint, StageName.Boundaries],
            Now = "compiler, analyzers, whitespace; tsc and ESLint",
        },
        new()
        {
            Id = "K2", Text = "unit tests", HeldBy = "stage unit; zero tests is not a pass",
            State = RuleState.Held, Stages = [StageName.Unit],
            Now = "a unit without tests fails, unless its unit.yaml says why it has none",
        },
        new()
        {
            Id = "K3", Text = "integration tests", HeldBy = "stage integration, real database",
            State = RuleState.Held, Stages = [StageName.Integration], Subject = RuleSubject.Databases,
            Now = "a unit that owns a database is tested on a real PostgreSQL; without such tests it fails, unless its unit.yaml says why",
        },
        new()
        {
            Id = "K4", Text = "AI evaluation tests", HeldBy = "stage evaluate",
            State = RuleState.Partly, Stages = [StageName.Evaluate], Subject = RuleSubject.Suites,
            Now = "suites run on recorded answers with checks of text and form; no model is asked",
        },
        new()
        {
            Id = "K5", Text = "security scans", HeldBy = "stage security: code, dependencies, secrets, licences, image",
            State = RuleState.Partly, Stages = [StageName.Security],
            Now = "code, secrets, vulnerable and deprecated packages; licences and images are not looked at",
        },
        new()
        {
            Id = "K6", Text = "production blocked if tests fail", HeldBy = "gate",
            State = RuleState.Partly, Stages = [StageName.Sign],
            Now = "a unit whose tests fail gets no signed release; there is no production to keep it from yet",
        },
        new()
        {
            Id = "K7", Text = "blocked if evaluations regress materially", HeldBy = "paired non-inferiority with a margin",
            ShownBy = "published vectors",
            State = RuleState.Partly, Stages = [StageName.Evaluate, StageName.Sign], Subject = RuleSubject.Suites,
            Now = "a suite is compared with its baseline, with a margin; a regression leaves no signed release",
        },
        new()
        {
            Id = "K8", Text = "blocked if security fails", HeldBy = "a crashed scanner blocks too",
            State = RuleState.Partly, Stages = [StageName.Security, StageName.Sign],
            Now = "a finding or a scanner that left no report leaves no signed release; a feed that has no data is a note only",
        },
    ]);
}
