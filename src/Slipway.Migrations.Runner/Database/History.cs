using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Slipway.Migrations.Runner.Database;

/// <summary>The migrations of a bundle against those of a database, each list in the order of their ids.</summary>
internal sealed record History
{
    /// <summary>Of this bundle, and in the database.</summary>
    public required IReadOnlyList<string> Applied { get; init; }

    public required IReadOnlyList<string> Pending { get; init; }

    /// <summary>In the database, but not in this bundle: a newer release's, or removed.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }

    /// <exception cref="RunnerException">The history is another service's, or the table is none.</exception>
    public static async Task<History> ReadAsync(DbContext context, CancellationToken cancellation)
    {
        await Refusals.OtherServiceAsync(context, cancellation);
        IReadOnlyList<string> known = [.. context.Database.GetMigrations()];
        var there = await IdsAsync(context, cancellation);
        IReadOnlyList<string> unknown = [.. there.Except(known, StringComparer.OrdinalIgnoreCase)];
        return new()
        {
            Applied = [.. there.Except(unknown)],
            Pending = [.. known.Except(there, StringComparer.OrdinalIgnoreCase)],
            Unknown = unknown,
        };
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(DbContext context, CancellationToken cancellation)
    {
        try
        {
            return [.. await context.Database.GetAppliedMigrationsAsync(cancellation)];
        }
        catch (DbException failure) when (failure.SqlState == "42703" || failure.Message.Contains("no such column", StringComparison.Ordinal))
        {
            throw new RunnerException(ExitCode.UnknownMigrations, Codes.ForeignHistory,
                $"The table {HistoryTable.Of(context)} in {Place.Of(context)} is no history of migrations as this bundle keeps one: {Failure.FirstLine(failure.Message)}.",
                "If another program made it, give the service a database of its own, or another name to its history: "
                + "MigrationsHistoryTable(\"__EFMigrationsHistory\", \"its_schema\"). If a naming convention of the context has changed, take that back.",
                failure);
        }
    }
}
