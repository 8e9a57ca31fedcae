using Slipway.Evaluation.Comparison;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Suites.Baselines;

namespace Slipway.Suites.Tests.Baselines;

public sealed class Stored_baselines
{
    [Fact]
    public async Task Are_read_as_they_were_written()
    {
        using var folder = new TempSuite();
        folder.Record("ret-001", "Within 30 days.");
        await folder.Bless();

        var stored = BaselineFile.Read(folder.Load())!;

        var score = Assert.Single(stored.Scores.Cases);
        Assert.Equal(("ret-001", true, 1d, 1d), (score.Id, score.Passed, score.Score, score.Metrics["policy"]));
        Assert.Equal(folder.Load().Dataset, stored.Scores.Dataset);
    }

    [Fact]
    public async Task That_are_absent_leave_the_verdict_open()
    {
        using var folder = new TempSuite();
        folder.Record("ret-001", "Within 30 days.");

        var run = await folder.Run();

        Assert.Equal(GateVerdict.Inconclusive, run.Comparison.Verdict);
        Assert.Equal(Codes.GateHeld, Assert.Single(run.Findings).Id);
    }

    [Fact]
    public async Task Tolerate_what_failed_when_they_were_accepted_and_show_it()
    {
        using var folder = new TempSuite();
        folder.Record("ret-001", "Never.");
        await folder.Bless();

        var run = await folder.Run();

        Assert.True(run.Passed);
        var test = Assert.Single(run.Tests);
        Assert.Equal(TestOutcome.Skipped, test.Outcome);
        Assert.StartsWith("ret-001: fails, as it did in the baseline", test.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_not_made_of_a_run_that_breaks_a_case_which_must_pass()
    {
        using var folder = new TempSuite(TempSuite.Yaml, TempSuite.Case.Replace("\"ret-001\"", "\"ret-001\",\"mustPass\":true", StringComparison.Ordinal));
        folder.Record("ret-001", "Never.");

        var problem = Assert.Single((await Assert.ThrowsAsync<KnownFailureException>(folder.Bless)).Problems);

        Assert.Equal("evals/cases.jsonl(1)", problem.Location);
        Assert.Null(BaselineFile.Read(folder.Load()));
    }

    [Fact]
    public async Task Are_not_made_of_a_run_with_unanswered_cases()
    {
        using var folder = new TempSuite();

        await Assert.ThrowsAsync<KnownFailureException>(folder.Bless);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"format\":\"other/1\"}")]
    [InlineData("null")]
    public async Task That_cannot_be_read_are_bad_input(string content)
    {
        using var folder = new TempSuite();
        folder.Record("ret-001", "Within 30 days.");
        folder.Write("evals/answers.baseline.json", content);

        var problem = Assert.Single((await Assert.ThrowsAsync<BadInputException>(folder.Run)).Problems);

        Assert.Equal((Codes.BadBaseline, "evals/answers.baseline.json"), (problem.Code, problem.File));
    }
}
