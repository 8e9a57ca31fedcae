using Slipway.Model.Stages;

namespace Slipway.Migrations.Tests.Harness;

/// <summary>Judges as a deployment would: timeouts are set by whoever runs the migrations, and nothing is made up.</summary>
public static class Judged
{
    public static async Task<Judgement> JudgeAsync(this Server server, MigrationSet set, JudgeOptions? options = null) => await MigrationJudge.JudgeAsync(
        set, await server.DatabaseAsync(), (options ?? new()) with { RunnerSetsTimeouts = options?.RunnerSetsTimeouts ?? true, StageMissing = options?.StageMissing ?? false },
        TestContext.Current.CancellationToken);

    /// <summary>What is worth a look, as stages print it.</summary>
    public static IEnumerable<string> Told(this Judgement judgement) => judgement.Findings.Where(finding => finding.Rule != "MIG131").Select(finding => finding.ToFinding().ToString());

    public static IEnumerable<string> Rules(this Judgement judgement) => judgement.Findings.Where(finding => finding.Rule != "MIG131").Select(finding => $"{finding.Rule} {finding.Severity} {finding.Object}".Trim());

    public static MigrationFinding Only(this Judgement judgement, string rule) => Assert.Single(judgement.Findings, finding => finding.Rule == rule);

    public static bool IsNote(this MigrationFinding finding) => finding.Severity == Severity.Note;
}
