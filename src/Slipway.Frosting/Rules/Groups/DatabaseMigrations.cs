using Slipway.Model.Stages;

namespace Slipway.Frosting.Rules.Groups;

internal static class DatabaseMigrations
{
    public static RuleGroup Group { get; } = new("M", "Database and migrations",
    [
        new()
        {
            Id = "M1", Text = "service owns its migrations", HeldBy = "ownership by folder, history table per unit",
            State = RuleState.Held, Stages = [StageName.Migrations, StageName.Package], Subject = RuleSubject.Databases,
            Now = "a service's bundle is built from its own folder and lies in its own release; no two units have one database (SLP1032), so none has another's history table",
        },
        new()
        {
            Id = "M2", Text = "versioned and reversible where possible", HeldBy = "checksums; up, down and up again on a real database",
            State = RuleState.Held, Stages = [StageName.Migrations], Subject = RuleSubject.Databases,
            Now = "migrations.lock shows an edit of what was released (MIG150), each migration goes up, down and up again on a real PostgreSQL (MIG153), and one without a way back says why",
        },
        new() { Id = "M3", Text = "run as part of the deployment", HeldBy = "step before traffic", Subject = RuleSubject.Databases },
        new()
        {
            Id = "M4", Text = "backward compatible in rollout", HeldBy = "linter, and the previous release's tests on the new schema",
            State = RuleState.Held, Stages = [StageName.Migrations], Subject = RuleSubject.Databases,
            Now = "each migration is run and watched (MIG101 and on), the last release's own bundle says whether its code works on the new schema (SLP3172), and the integration tests that it was released with run there beside today's (SLP3175, SLP3176)",
        },
        new()
        {
            Id = "M5", Text = "no cross-service migration dependency", HeldBy = "foreign schema in a migration is an error",
            State = RuleState.Partly, Stages = [StageName.Boundaries, StageName.Migrations], Subject = RuleSubject.Databases,
            Now = "a migration that reaches what belongs to another service is an error when it runs (MIG113); a mapping, SQL or migration that names another service's schema is an error (SLW2001, SLW2002), and so is a tie between databases (SLW2004); names that are put together at run time are not found",
        },
        new()
        {
            Id = "M6", Text = "failure fails fast and aborts", HeldBy = "kill -9 in mid-migration leaves traffic on the old release",
            State = RuleState.Partly, Subject = RuleSubject.Databases,
            Now = "the bundle stops at the first failure, waits within bounds, and says what happened by its exit code; nothing deploys with it yet",
        },
    ]);
}
