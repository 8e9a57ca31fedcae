using System.Collections.Immutable;
using Slipway.Migrations.Locks;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Judging;

/// <summary>What can be said of a set before any migration runs: MIG150, MIG151 and MIG152.</summary>
internal static class SetJudge
{
    public static ImmutableArray<MigrationFinding> Of(MigrationSet set, JudgeOptions options)
    {
        var findings = options.Lock.Compare(set).ToBuilder();
        if (options.NewestReleasedId is { } newest && newest != options.Lock.NewestReleased) findings.AddRange(LockComparison.Late(set, options.Lock, newest));
        if (set.PendingModelChanges)
        {
            findings.Add(new()
            {
                Rule = RuleIds.PendingModelChanges,
                Severity = Severity.Error,
                Message = $"the model of {set.Context} has changes that no migration makes: the code would ask for what no database has",
                Mend = "Add a migration: dotnet ef migrations add NAME.",
            });
        }
        return findings.ToImmutable();
    }
}
