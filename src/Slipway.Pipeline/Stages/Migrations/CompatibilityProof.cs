using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Migrations;
using Slipway.Model.Stages;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>
/// Asks the last release itself: its own bundle, out of the store, says whether its code would work on its database once today's bundle has
/// migrated it.
/// </summary>
internal static class CompatibilityProof
{
    /// <summary>Whether today's migrations would change anything that the release made.</summary>
    public static bool IsNeeded(MigrationSet released, MigrationSet today) =>
        !released.Migrations.Select(migration => (migration.Id, migration.Digest)).SequenceEqual(today.Migrations.Select(migration => (migration.Id, migration.Digest)));

    public static async Task<ImmutableArray<Finding>> CheckAsync(StageContext context, LastRelease last, MigrationSet today, ScratchDatabases databases, CancellationToken cancellation)
    {
        var baseline = await databases.MakeAsync("released", null, cancellation);
        await last.Bundle!.ApplyAsync(baseline, cancellation);
        var migrated = await databases.MakeAsync("upgraded", "released", cancellation);
        await UnitMigrations.BundleOf(context)!.ApplyAsync(migrated, cancellation);
        var lines = await last.Bundle.CompareAsync(migrated, baseline, cancellation);
        return [.. lines.Select(line => Finding(context, last, today, line)).OfType<Finding>()];
    }

    private static Finding? Finding(StageContext context, LastRelease last, MigrationSet today, string line)
    {
        using var document = JsonDocument.Parse(line);
        var told = document.RootElement;
        if (told.GetProperty("event").GetString() != "incompatible") return null;
        var state = told.GetProperty("sqlState").GetString();
        return new()
        {
            Id = Codes.ReleaseBreaks,
            Severity = Severity.Error,
            Message = $"{told.GetProperty("object").GetString()}: the code of {context.Unit.Id} {last.Version} could no longer "
                + $"{string.Join(", ", told.GetProperty("breaks").EnumerateArray().Select(verb => verb.GetString()))}{(state is null ? "" : $" ({state})")}: {told.GetProperty("reason").GetString()}",
            File = today.Migrations.LastOrDefault()?.File,
            Mend = $"expand first and contract later, when {last.Version} is no longer live; {told.GetProperty("mend").GetString()}",
        };
    }
}
