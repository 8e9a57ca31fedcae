using Slipway.Evaluation.Comparison;
using Slipway.Model.Problems;
using Slipway.Model.Stages;

namespace Slipway.Suites.Tests.Replaying;

public sealed class Recorded_answers
{
    private const string Other = """{"vars":{"question":"Is it waterproof?"},"assert":[{"type":"contains","value":"no","metric":"policy"}],"metadata":{"id":"water-001"}}""";

    [Fact]
    public async Task Are_graded_and_counted_as_replayed()
    {
        using var folder = new TempSuite();
        folder.Record("ret-001", "Within 30 days.");
        await folder.Bless();

        var run = await folder.Run();

        Assert.True(run.Passed);
        Assert.Equal((0, 1), (run.LiveAnswers, run.ReplayedAnswers));
        Assert.Equal(TestOutcome.Passed, Assert.Single(run.Tests).Outcome);
        Assert.Empty(run.Findings);
        Assert.Equal(1, run.Numbers["answers.metric.policy"]);
        Assert.Contains("answers: 1 answers are written by a test", run.Notes);
    }

    [Fact]
    public async Task That_fail_are_shown_whole_with_file_and_line_of_the_case()
    {
        using var folder = new TempSuite(TempSuite.Yaml, Other, TempSuite.Case);
        folder.Record("water-001", "no");
        folder.Record("ret-001", "Within 30 days.");
        await folder.Bless();
        folder.Record("ret-001", "Never.");

        var run = await folder.Run();

        Assert.False(run.Passed);
        var test = Assert.Single(run.Tests, one => one.Outcome is TestOutcome.Failed);
        Assert.Equal(("ret-001", "evals/cases.jsonl", 2), (test.Name, test.File, test.Line));
        Assert.Equal("ret-001: fails\n  icontains: the answer does not contain '30 days'\n  answer (written by a test): Never.", test.Message);
        Assert.Equal([Codes.CaseFailed, Codes.GateHeld], run.Findings.Select(finding => finding.Id));
        Assert.Contains("lost since the baseline: ret-001", run.Findings[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_another_prompt_are_no_answers_and_the_nearest_is_named()
    {
        using var folder = new TempSuite();
        folder.Record("ret-001", "Within 30 days.");
        await folder.Bless();
        folder.Write("evals/answers.yaml", TempSuite.Yaml.Replace("'{{question}}'", "'Kindly: {{question}}'", StringComparison.Ordinal));

        var run = await folder.Run();

        Assert.Equal(GateVerdict.Invalid, run.Comparison.Verdict);
        Assert.Equal(
            "ret-001: No answer to this request is recorded. The nearest recording, evals/cassettes/answers/ret-001.jsonl(1), differs in body.messages[0].content.",
            run.Findings[0].Message);
        Assert.Equal(0, run.ReplayedAnswers);
    }

    [Fact]
    public async Task That_are_absent_fail_and_say_where_they_should_lie()
    {
        using var folder = new TempSuite();

        var run = await folder.Run();

        Assert.False(run.Passed);
        Assert.Equal("ret-001: No answer to this request is recorded; there are no recordings in evals/cassettes/answers.", run.Findings[0].Message);
    }

    [Fact]
    public async Task That_were_changed_by_hand_are_refused()
    {
        using var folder = new TempSuite();
        folder.Record("ret-001", "Within 30 days.");
        const string Cassette = "evals/cassettes/answers/ret-001.jsonl";
        folder.Write(Cassette, folder.Read(Cassette).Replace("Can I return it?", "Can I keep it?", StringComparison.Ordinal));

        var problem = Assert.Single((await Assert.ThrowsAsync<BadInputException>(folder.Run)).Problems);

        Assert.Equal((Codes.BadRecording, $"{Cassette}(1,8)"), (problem.Code, problem.Location));
    }

    [Theory]
    [InlineData("\"status\":200", "\"status\":429", "only an attempt with status 429")]
    [InlineData("\"finish_reason\":\"stop\"", "\"finish_reason\":\"content_filter\"", "only an attempt with status 200")]
    public async Task That_are_only_attempts_are_never_served(string before, string after, string message)
    {
        using var folder = new TempSuite();
        folder.Record("ret-001", "Within 30 days.");
        const string Cassette = "evals/cassettes/answers/ret-001.jsonl";
        folder.Write(Cassette, folder.Read(Cassette).Replace(before, after, StringComparison.Ordinal));

        Assert.Contains(message, (await folder.Run()).Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_how_they_were_made_are_refused()
    {
        using var folder = new TempSuite();
        folder.Record("ret-001", "Within 30 days.");
        const string Cassette = "evals/cassettes/answers/ret-001.jsonl";
        folder.Write(Cassette, folder.Read(Cassette).Replace("\"how\":\"written by a test\"", "\"how\":null", StringComparison.Ordinal));

        var problem = Assert.Single((await Assert.ThrowsAsync<BadInputException>(folder.Run)).Problems);

        Assert.Equal("Say how the answer was made: an answer that nobody gave must say so.", problem.Mend);
    }

    [Fact]
    public async Task Of_tools_are_the_JSON_of_the_calls()
    {
        using var folder = new TempSuite(
            TempSuite.Yaml,
            TempSuite.Case.Replace("\"30 days\"", "\"find_products\"", StringComparison.Ordinal));
        folder.Record("ret-001", "unused");
        const string Cassette = "evals/cassettes/answers/ret-001.jsonl";
        folder.Write(Cassette, folder.Read(Cassette).Replace(
            "\"content\":\"unused\"",
            """
            "content":null,"tool_calls":[{"type":"function","function":{"name":"find_products","arguments":"{}"}}]
            """.Trim(),
            StringComparison.Ordinal));

        Assert.True((await folder.Run()).Cases[0].Score.Passed);
    }

    [Fact]
    public async Task Of_no_case_are_told()
    {
        using var folder = new TempSuite(TempSuite.Yaml, TempSuite.Case, Other);
        folder.Record("ret-001", "30 days");
        folder.Record("water-001", "no");
        folder.Write("evals/cases.jsonl", TempSuite.Case);

        Assert.Contains("answers: SLP3067: recordings of no case: water-001", (await folder.Run()).Notes);
    }
}
