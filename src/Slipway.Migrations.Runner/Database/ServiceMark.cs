using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Slipway.Migrations.Runner.Verbs;

namespace Slipway.Migrations.Runner.Database;

/// <summary>
/// Whose a history of migrations is, written where it lies. Without it a service that is pointed at another's database takes migrations with
/// equal ids for its own, and on the way back drops tables that are not.
/// </summary>
/// <remarks>PostgreSQL keeps it as a line of the table's comment. SQLite has no comments, so there it is a small table beside the history.</remarks>
internal static class ServiceMark
{
    private const string Prefix = "Migrations of the service ";

    /// <returns>The service; null where there is no history, or nobody marked it.</returns>
    public static async Task<string?> ReadAsync(DbContext context, CancellationToken cancellation)
    {
        var history = HistoryTable.Of(context);
        if (context.Database.ProviderName == Session.Sqlite)
        {
            var there = await context.Database.AskAsync("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @name", cancellation, ("name", BesideOf(history).Table));
            return there is 0L ? null : await context.Database.AskAsync($"SELECT Name FROM {BesideOf(history).Quoted(context)}", cancellation) as string;
        }

        var comment = await context.Database.AskAsync("SELECT obj_description(to_regclass(@table), 'pg_class')", cancellation, ("table", history.Quoted(context))) as string;
        return comment?.Split('\n').FirstOrDefault(line => line.StartsWith(Prefix, StringComparison.Ordinal))?[Prefix.Length..].Trim();
    }

    /// <summary>Marks the history as this service's where it is nobody's; makes the table where it is not there.</summary>
    public static async Task ClaimAsync(Run run, DbContext context, CancellationToken cancellation)
    {
        await context.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellation);
        if (await ReadAsync(context, cancellation) is not null) return;
        try
        {
            await WriteAsync(context, HistoryTable.Of(context), cancellation);
        }
        catch (DbException failure)
        {
            // Only the table's owner may comment on it. Who may migrate nevertheless is not held up.
            run.Journal.Say("unmarked", $"The history of migrations could not be marked as that of {ServiceName.Of(context)}: {failure.Message}");
        }
    }

    /// <summary>The statement that takes a mark away.</summary>
    public static string Removal(DbContext context) => HistoryTable.Of(context) is var history && context.Database.ProviderName == Session.Sqlite
        ? $"DROP TABLE {BesideOf(history).Quoted(context)}"
        : $"COMMENT ON TABLE {history.Quoted(context)} IS NULL";

    private static async Task WriteAsync(DbContext context, HistoryTable history, CancellationToken cancellation)
    {
        var service = ServiceName.Of(context);
        if (context.Database.ProviderName == Session.Sqlite)
        {
            await context.Database.AskAsync($"CREATE TABLE {BesideOf(history).Quoted(context)} AS SELECT @service AS Name", cancellation, ("service", service));
            return;
        }

        // A comment cannot have parameters, so the server quotes it. What somebody else wrote there stays.
        var comment = await context.Database.AskAsync(
            """SELECT format('COMMENT ON TABLE %s IS %L', table_, concat_ws(E'\n', obj_description(table_, 'pg_class'), @mark)) FROM to_regclass(@table) AS table_""",
            cancellation, ("mark", Prefix + service), ("table", history.Quoted(context)));
        await context.Database.AskAsync((string)comment!, cancellation);
    }

    private static HistoryTable BesideOf(HistoryTable history) => history with { Table = $"{history.Table}Service" };
}
