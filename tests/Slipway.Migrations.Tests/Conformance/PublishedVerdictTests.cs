namespace Slipway.Migrations.Tests.Conformance;

/// <summary>What the tests of squawk, strong_migrations, eugene and Atlas say, against what the judge saw PostgreSQL do.</summary>
public sealed class PublishedVerdictTests(PublishedVerdicts verdicts) : IClassFixture<PublishedVerdicts>
{
    private const double LeastSafe = 0.97;

    /// <summary>Where we think otherwise, and why.</summary>
    private static readonly Dictionary<string, string> Disagreements = new()
    {
        ["squawk-209"] = "squawk has one rule for each of the two timeouts, and this case is about the other one; MIG140 asks for both.",
    };

    [Fact]
    public async Task What_others_find_is_found() =>
        Nothing((await verdicts.AllAsync()).Where(verdict => verdict.Case.Fires && !verdict.Fired).Select(Told));

    [Fact]
    public async Task What_others_let_pass_passes_in_97_of_100_cases()
    {
        var safe = (await verdicts.AllAsync()).Where(verdict => !verdict.Case.Fires).ToArray();
        var agreed = safe.Count(verdict => !verdict.Fired);

        TestContext.Current.TestOutputHelper?.WriteLine($"{agreed} of {safe.Length} safe cases pass");
        Assert.True(agreed >= LeastSafe * safe.Length, string.Join("\n", safe.Where(verdict => verdict.Fired).Select(Told)));
    }

    [Fact]
    public async Task Where_we_think_otherwise_there_is_a_reason() =>
        Nothing((await verdicts.AllAsync()).Where(verdict => verdict.Case.Fires != verdict.Fired && !Disagreements.ContainsKey(verdict.Case.Id)).Select(Told));

    [Fact]
    public async Task No_reason_outlives_its_disagreement() =>
        Assert.Equal([], (await verdicts.AllAsync()).Where(verdict => verdict.Case.Fires == verdict.Fired).Select(verdict => verdict.Case.Id).Intersect(Disagreements.Keys));

    private static void Nothing(IEnumerable<string> told) => Assert.True(!told.Any(), string.Join("\n", told));

    private static string Told((PublishedCase Case, Judgement Judgement, bool Fired) verdict) =>
        $"{verdict.Case.Id} ({verdict.Case.Rule}): {verdict.Case.OurRule} should {(verdict.Case.Fires ? "fire" : "be silent")} on: {verdict.Case.Sql}\n"
        + string.Join("\n", verdict.Judgement.Findings.Where(finding => finding.Rule is not ("MIG130" or "MIG140") || finding.Rule == verdict.Case.OurRule).Select(finding => $"    {finding.ToFinding()}"))
        + $"\n    staged: {string.Join("; ", verdict.Judgement.Staged)}";
}
