using System.Collections.Immutable;
using Slipway.Migrations;
using Slipway.Model.Stages;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>
/// Asks the last release itself: its own bundle, out of the store, says whether its code would work on its database once today's bundle has
/// migrated it.
/// </summary>
internal static class CompatibilityProof
{
    /// <summary>The database as the last release left it.</summary>
    public const string Released = "released";

    /// <summary>The same once today's bundle has migrated it.</summary>
    public const string Upgraded = "upgraded";

    /// <summary>Whether today's migrations would change anything that the release made.</summary>
    public static bool IsNeeded(MigrationSet released, MigrationSet today) =>
        !released.Migrations.Select(migration => (migration.Id, migration.Digest)).SequenceEqual(today.Migrations.Select(migration => (migration.Id, migration.Digest)));

    /// <summary>Makes both databases, and asks.</summary>
    public static async Task<ImmutableArray<Finding>> CheckAsync(
        StageContext context, ReleasedMigrations last, MigrationBundle bundle, MigrationSet today, ScratchDatabases databases, CancellationToken cancellation)
    {
        var baseline = await databases.MakeAsync(Released, null, cancellation);
        await last.Bundle.ApplyAsync(baseline, cancellation);
        var migrated = await databases.MakeAsync(Upgraded, Released, cancellation);
        await bundle.ApplyAsync(migrated, cancellation);
        var broken = await last.Bundle.CompareAsync(migrated, baseline, cancellation);
        return [.. broken.Select(use => Finding(context, last.Release, today, use))];
    }

    private static Finding Finding(StageContext context, LastRelease last, MigrationSet today, Incompatibility broken) => new()
    {
        Id = Codes.ReleaseBreaks,
        Severity = Severity.Error,
        Message = $"{broken.Object}: the code of {context.Unit.Id} {last.Version} could no longer "
            + $"{string.Join(", ", broken.Breaks)}{(broken.SqlState is null ? "" : $" ({broken.SqlState})")}: {broken.Reason}",
        File = today.Migrations.LastOrDefault()?.File,
        Mend = $"expand first and contract later, when {last.Version} is no longer live; {broken.Mend}",
    };
}
