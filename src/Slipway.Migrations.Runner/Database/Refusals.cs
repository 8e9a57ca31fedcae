using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Slipway.Migrations.Runner.Verbs;

namespace Slipway.Migrations.Runner.Database;

/// <summary>What a bundle does not do to a database, asked before it does anything.</summary>
internal static class Refusals
{
    // An older bundle that finds a newer database has nothing to do, and that is well: code rolls back, the schema stays.
    // But moving a database whose last steps it does not know would leave it in a state that no release has ever had.
    public static void Unknown(History history, string? target)
    {
        if (history.Unknown.Count > 0 && (target is not null || history.Pending.Count > 0))
            throw new RunnerException(ExitCode.UnknownMigrations, Codes.UnknownMigrations,
                $"The database holds migrations that this bundle does not know ({string.Join(", ", history.Unknown)}), so it must not move it.",
                "Run the bundle of the release that applied them.");
    }

    // Equal ids would be taken for its own, and the way back would drop the other's tables.
    public static async Task OtherServiceAsync(DbContext context, CancellationToken cancellation)
    {
        if (await ServiceMark.ReadAsync(context, cancellation) is not { } other || ServiceName.Of(context) is var own && other == own) return;
        throw new RunnerException(ExitCode.UnknownMigrations, Codes.OtherService,
            $"The history of migrations {HistoryTable.Of(context)} in {Place.Of(context)} is that of the service '{other}', and this bundle is of '{own}'. Nothing was changed.",
            $"Give '{own}' a database of its own, and the connection string of that; until then, a history of its own: MigrationsHistoryTable(\"__EFMigrationsHistory\", \"its_schema\"). "
            + $"If the service was renamed, take the mark away: {ServiceMark.Removal(context)}");
    }

    // Applied late, it would run in another order here than in an environment that starts empty.
    public static void OutOfOrder(History history, string? target)
    {
        if (target == Migration.InitialDatabase) return;
        bool Within(string id) => target is null || string.CompareOrdinal(id, target) <= 0;

        var newest = history.Applied.Where(Within).Max(StringComparer.Ordinal);
        var late = history.Pending.Where(id => Within(id) && string.CompareOrdinal(id, newest) < 0).ToArray();
        if (late.Length > 0)
            throw new RunnerException(ExitCode.Drift, Codes.OutOfOrder,
                $"{string.Join(", ", late)} {(late.Length == 1 ? "is" : "are")} older than {newest}, which is applied: here it would run in another order than elsewhere.",
                "Make it anew on top of the newest: dotnet ef migrations remove, then add.");
    }

    /// <summary>In production a role that can do more than its own database asks for is a mistake that waits.</summary>
    public static async Task MightyRoleAsync(Run run, DbContext context, CancellationToken cancellation)
    {
        if (!run.Options.Production || context.Database.ProviderName != Session.PostgreSql) return;
        var mighty = await context.Database.AskAsync(
            """
            SELECT rolname || CASE WHEN rolsuper THEN ' is a superuser' ELSE ' may create databases' END
            FROM pg_roles WHERE rolname IN (session_user, current_user) AND (rolsuper OR rolcreatedb)
            """, cancellation);
        if (mighty is not null)
            throw new RunnerException(ExitCode.Usage, Codes.MightyRole,
                $"In production a bundle runs as the owner of its own database and no more; the role {mighty}.",
                "Give it a role of its own: CREATE ROLE name LOGIN NOSUPERUSER NOCREATEDB, and make that the database's owner.");
    }
}
