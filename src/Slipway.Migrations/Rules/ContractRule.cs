using Slipway.Migrations.Judging;
using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG141: a contract names the release that stopped using what it removes, and none that runs is older.</summary>
internal sealed class ContractRule : IRule
{
    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) => Of(record.Migration, circumstances.Options);

    public static IEnumerable<MigrationFinding> Of(Migration migration, JudgeOptions options)
    {
        if (migration.Phase != MigrationPhase.Contract) yield break;
        if (ReleaseOrder.Of(migration.StoppedUsing) is not { } stopped)
        {
            yield return Found(
                migration, $"it is a contract, and {(string.IsNullOrWhiteSpace(migration.StoppedUsing) ? "names no release" : $"'{migration.StoppedUsing}' is no release")}: "
                + "nobody can tell whether old code still needs what it removes",
                "Name the release that stopped using it, such as 'catalog/v1.4.0'.");
        }
        else if (options.Service is { } service && UnitOf(migration.StoppedUsing!) is { } other && !other.Equals(service, StringComparison.OrdinalIgnoreCase))
        {
            yield return Found(
                migration, $"it is a contract of '{service}', and '{migration.StoppedUsing}' is a release of '{other}': whether old code of '{service}' still needs what it removes nobody can tell from that",
                $"Name the release of '{service}' that stopped using it, such as '{service}/v1.4.0'.");
        }
        else
        {
            foreach (var live in options.LiveReleases.Where(live => live.Model is null && (ReleaseOrder.Of(live.Version) is not { } version || version.CompareTo(stopped) < 0)))
                yield return Found(
                    migration, $"release {live.Version} is live, and older than {migration.StoppedUsing}, the first that does without what it removes",
                    $"Wait until {live.Version} is neither deployed nor gone back to, and release the contract then.");
        }
    }

    // services/catalog/v1.4.0, catalog/v1.4.0; 1.4.0 alone is the service's own.
    private static string? UnitOf(string release) => release.Split('/') is { Length: > 1 } parts ? parts[^2] : null;

    private static MigrationFinding Found(Migration migration, string message, string mend) => new()
    {
        Rule = RuleIds.ContractTooEarly,
        Severity = Severity.Error,
        Migration = migration.Id,
        Message = message,
        Mend = mend,
        File = migration.File,
    };
}
