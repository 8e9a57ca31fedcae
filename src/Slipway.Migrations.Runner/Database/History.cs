using Microsoft.EntityFrameworkCore;

namespace Slipway.Migrations.Runner.Database;

/// <summary>The migrations of a bundle against those of a database, each list in the order of their ids.</summary>
internal sealed record History
{
    public required IReadOnlyList<string> Applied { get; init; }

    public required IReadOnlyList<string> Pending { get; init; }

    /// <summary>Applied, but not in this bundle: a newer release's, or removed.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }

    public static async Task<History> ReadAsync(DbContext context, CancellationToken cancellation)
    {
        IReadOnlyList<string> known = [.. context.Database.GetMigrations()];
        IReadOnlyList<string> applied = [.. await context.Database.GetAppliedMigrationsAsync(cancellation)];
        return new()
        {
            Applied = applied,
            Pending = [.. known.Except(applied, StringComparer.OrdinalIgnoreCase)],
            Unknown = [.. applied.Except(known, StringComparer.OrdinalIgnoreCase)],
        };
    }
}
