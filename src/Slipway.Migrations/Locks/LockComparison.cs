using System.Collections.Immutable;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Locks;

/// <summary>Holds a set against what was released of it.</summary>
internal static class LockComparison
{
    public static ImmutableArray<MigrationFinding> Of(MigrationLock locked, MigrationSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var released = locked.Entries.Where(entry => entry.IsReleased).ToArray();
        var findings = ImmutableArray.CreateBuilder<MigrationFinding>();
        foreach (var entry in released)
        {
            var migration = set.Migrations.FirstOrDefault(migration => migration.Id == entry.Id);
            if (migration is null)
                findings.Add(Found(RuleIds.ReleasedChanged, entry.Id, null,
                    $"The migration '{entry.Id}' is gone; release {entry.Release} carries it, and databases have it", "Bring it back; undo it by a new migration."));
            else if (migration.Digest != entry.Digest)
                findings.Add(Found(RuleIds.ReleasedChanged, entry.Id, migration.File,
                    $"The migration '{entry.Id}' is not what release {entry.Release} carries ({migration.Digest.Short} instead of {entry.Digest.Short}): databases that have it never see the change",
                    "Undo the edit, and put the change into a new migration."));
        }
        findings.AddRange(Reordered(released, set));
        if (locked.NewestReleased is { } newest) findings.AddRange(Late(set, locked, newest));
        return findings.ToImmutable();
    }

    /// <summary>New migrations that come before a released one: databases that have that one would run them after it, others before it.</summary>
    public static IEnumerable<MigrationFinding> Late(MigrationSet set, MigrationLock locked, string newest)
    {
        var last = set.Migrations.IndexOf(set.Migrations.FirstOrDefault(migration => migration.Id == newest)!);
        return set.Migrations.Take(Math.Max(last, 0)).Where(migration => locked.Of(migration.Id) is null or { IsReleased: false }).Select(migration =>
            Found(RuleIds.OutOfOrder, migration.Id, migration.File,
                $"'{migration.Id}' comes before '{newest}', which is released: databases that have that one would run it in another order than new ones",
                "Remove it and add it anew, so that it gets an id of today."));
    }

    private static IEnumerable<MigrationFinding> Reordered(LockedMigration[] released, MigrationSet set)
    {
        var order = released.Select(entry => (entry, at: set.Migrations.IndexOf(set.Migrations.FirstOrDefault(migration => migration.Id == entry.Id)!))).Where(pair => pair.at >= 0).ToArray();
        return order.Zip(order.Skip(1)).Where(pair => pair.Second.at < pair.First.at).Select(pair =>
            Found(RuleIds.ReleasedChanged, pair.Second.entry.Id, set.Migrations[pair.Second.at].File,
                $"'{pair.Second.entry.Id}' now comes before '{pair.First.entry.Id}'; when they were released it was the other way round", "Restore the order."));
    }

    private static MigrationFinding Found(string rule, string migration, string? file, string message, string mend) => new()
    {
        Rule = rule,
        Severity = Severity.Error,
        Migration = migration,
        Message = message,
        Mend = mend,
        File = file,
    };
}
