using Slipway.Evaluation.Comparison;
using Slipway.Evaluation.Grading;
using Slipway.Model.Problems;
using Slipway.Suites.Baselines;
using Slipway.Suites.Recordings;

namespace Slipway.Suites.Runs;

/// <summary>Runs suites on their recorded answers. Nothing is called: a request without a recording is a failure that says so.</summary>
public sealed class SuiteRunner(TimeProvider clock)
{
    /// <summary>Asks every case and compares with the stored baseline.</summary>
    /// <exception cref="BadInputException">A recording or the baseline cannot be used.</exception>
    public async Task<SuiteRun> RunAsync(EvaluationSuite suite, CancellationToken cancellation)
    {
        var cassettes = await Task.Run(() => CassetteReader.Read(suite), cancellation);
        var replay = new Replay(suite, cassettes);
        var cases = new List<CaseRun>();
        foreach (var asked in suite.Cases)
        {
            cancellation.ThrowIfCancellationRequested();
            cases.Add(Run(suite, asked, replay));
        }
        var scores = new Scoreboard { Dataset = suite.Dataset, Repeats = suite.Repeats, Cases = [.. cases.Select(run => run.Score)] };
        var baseline = BaselineFile.Read(suite);
        var comparison = ComparisonGate.Compare(scores, baseline?.Scores, suite.Gate);
        var report = new RunReport(suite, cases, baseline, comparison);
        return new()
        {
            Suite = suite,
            Cases = [.. cases],
            Scores = scores,
            Comparison = comparison,
            ReplayedAnswers = cases.Sum(run => run.Answers.Length),
            Tests = [.. cases.Select(report.Test)],
            Findings = [.. report.Findings()],
            Numbers = report.Numbers(),
            Notes = [.. report.Notes(cassettes.Keys)],
        };
    }

    /// <summary>Stores a run as the baseline of its suite.</summary>
    /// <exception cref="KnownFailureException">The run has cases that must pass and fail, or cases without an answer.</exception>
    public void Bless(SuiteRun run)
    {
        List<Problem> problems =
        [
            .. run.Cases.Where(one => !one.Score.Scored || one.Score.BrokeMustPass).Select(one => new Problem
            {
                Code = Codes.GateHeld,
                File = one.Case.File,
                Line = one.Case.Line,
                Message = one.Score.Scored
                    ? $"The case '{one.Case.Id}' must pass and fails, so this run cannot be the baseline."
                    : $"The case '{one.Case.Id}' has no answer, so this run cannot be the baseline.",
                Mend = one.Score.Scored ? "Mend the candidate." : "Record an answer.",
            }),
        ];
        if (problems.Count > 0) throw new KnownFailureException(problems);
        BaselineFile.Write(run.Suite, new() { Scores = run.Scores, BlessedAt = clock.GetUtcNow() });
    }

    private CaseRun Run(EvaluationSuite suite, SuiteCase asked, Replay replay)
    {
        var started = clock.GetTimestamp();
        List<Answer> answers = [.. Enumerable.Range(0, suite.Repeats).Select(repeat => replay.Ask(asked, repeat))];
        List<GradedAnswer> graded =
        [
            .. answers.Where(answer => answer.Output is not null)
                .Select(answer => new GradedAnswer(answer.Output!, CaseGrader.Grade(asked.Asked, answer.Output!), answer.Recording!.How)),
        ];
        return new()
        {
            Case = asked,
            Answers = [.. graded],
            Faults = [.. answers.Select(answer => answer.Fault).OfType<string>()],
            Score = graded.Count < answers.Count ? CaseScore.Unscored(asked.Asked) : CaseScore.Over(asked.Asked, [.. graded.Select(answer => answer.Grade)]),
            Duration = clock.GetElapsedTime(started),
        };
    }
}
