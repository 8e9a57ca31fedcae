using Slipway.Model.Stages;

namespace Slipway.Migrations.Judging;

/// <summary>What a migration's phase, and the releases that run, make of a finding that old code could suffer from.</summary>
internal static class PhaseGate
{
    private static readonly HashSet<string> _compatibility = [RuleIds.ColumnDropped, RuleIds.TableDropped, RuleIds.ColumnRenamed, RuleIds.TableRenamed, RuleIds.NullAllowed, RuleIds.TypeWidened];

    public static MigrationFinding Pass(MigrationFinding finding, Migration migration, JudgeOptions options)
    {
        if (!_compatibility.Contains(finding.Rule)) return finding;
        var users = options.LiveReleases.Where(live => Uses(live, finding, migration)).Select(live => live.Version).ToArray();
        var names = $"{(users.Length == 1 ? "the live release" : "the live releases")} {string.Join(", ", users)} {(users.Length == 1 ? "reads" : "read")} it";
        if (migration.Phase != MigrationPhase.Contract) return users.Length == 0 ? finding : finding with { Message = $"{finding.Message}; {names}" };
        return users.Length == 0
            ? finding with { Severity = Severity.Note, Message = $"{finding.Message}; declared as a contract, {migration.StoppedUsing} does without it" }
            : finding with { Severity = Severity.Error, Message = $"{finding.Message}; {names}, although the contract says otherwise", Mend = $"Wait until {string.Join(", ", users)} is neither deployed nor gone back to." };
    }

    private static bool Uses(LiveRelease live, MigrationFinding finding, Migration migration)
    {
        if (live.Model is { } model && finding.Subject is { } subject) return model.Uses(subject.Schema, subject.Table, subject.Column);
        return migration.Phase != MigrationPhase.Contract || ReleaseOrder.Of(live.Version) is not { } version || ReleaseOrder.Of(migration.StoppedUsing) is not { } stopped || version.CompareTo(stopped) < 0;
    }
}
