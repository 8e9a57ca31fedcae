using Slipway.Migrations.Observation;

namespace Slipway.Migrations.Judging;

/// <summary>What statements did, in short.</summary>
internal static class Effects
{
    public static IEnumerable<StatementEffect> Of(MigrationRecord record) => record.Statements.Select(seen =>
    {
        var strongest = seen.OwnLocks.Where(held => record.Existing.Contains(held.Key)).OrderByDescending(held => held.Value).FirstOrDefault();
        return new StatementEffect(
            record.Migration.Id, seen.Statement.Number, seen.Statement.Text, strongest.Value,
            seen.Before.Relations.GetValueOrDefault(strongest.Key)?.FullName,
            record.Existing.Any(seen.Rewrote), record.Existing.Any(seen.Checked));
    });
}
