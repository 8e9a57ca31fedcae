using System.Collections.Immutable;
using System.Globalization;
using Slipway.Evaluation.Comparison;
using Slipway.Model.Stages;
using Slipway.Suites.Baselines;

namespace Slipway.Suites.Runs;

/// <summary>Says a run in the words of the pipeline: tests, findings, numbers and notes.</summary>
internal sealed class RunReport(EvaluationSuite suite, IReadOnlyList<CaseRun> cases, Baseline? baseline, Comparison comparison)
{
    private readonly HashSet<string> _failedBefore =
        [.. baseline?.Scores.Cases.Where(score => !score.Passed).Select(score => score.Id) ?? []];

    public TestCase Test(CaseRun run) => new()
    {
        Suite = suite.Name,
        Name = run.Case.Id,
        Outcome = (run.Score.Passed, Tolerated(run)) switch
        {
            (true, _) => TestOutcome.Passed,
            (false, true) => TestOutcome.Skipped,
            (false, false) => TestOutcome.Failed,
        },
        Duration = run.Duration,
        Message = run.Score.Passed ? null : Message(run),
        File = run.Case.File,
        Line = run.Case.Line,
    };

    public IEnumerable<Finding> Findings()
    {
        foreach (var run in cases.Where(run => !run.Score.Passed && !Tolerated(run)))
        {
            yield return new()
            {
                Id = run.Score.Scored ? Codes.CaseFailed : Codes.NoRecording,
                Severity = Severity.Error,
                Message = Message(run),
                File = run.Case.File,
                Line = run.Case.Line,
                Mend = run.Score.Scored ? null : "Record the answer to the request as it is now.",
            };
        }
        if (comparison.Satisfied) yield break;
        yield return new()
        {
            Id = Codes.GateHeld,
            Severity = Severity.Error,
            Message = $"The suite '{suite.Name}' is {comparison.Verdict.ToString().ToLowerInvariant()}: {comparison.Reason}.",
            File = suite.File,
            Line = 1,
            Mend = comparison.NextAction,
        };
    }

    public ImmutableSortedDictionary<string, double> Numbers()
    {
        var numbers = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        numbers[$"{suite.Name}.cases"] = cases.Count;
        numbers[$"{suite.Name}.passed"] = cases.Count(run => run.Score.Passed);
        numbers[$"{suite.Name}.replayed"] = cases.Sum(run => run.Answers.Length);
        numbers[$"{suite.Name}.live"] = 0;
        foreach (var metric in comparison.Metrics.Where(metric => metric.Candidate is not null))
            numbers[$"{suite.Name}.metric.{metric.Metric}"] = metric.Candidate!.Value;
        return numbers.ToImmutable();
    }

    public IEnumerable<string> Notes(IEnumerable<string> cassettes)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{suite.Name}: {comparison.Verdict.ToString().ToLowerInvariant()}, {comparison.Reason}; answers: 0 live, {cases.Sum(run => run.Answers.Length)} replayed");
        foreach (var (how, count) in cases.SelectMany(run => run.Answers).CountBy(answer => answer.How).OrderBy(pair => pair.Key, StringComparer.Ordinal))
            yield return string.Create(CultureInfo.InvariantCulture, $"{suite.Name}: {count} answers are {how}");
        foreach (var metric in comparison.Metrics)
            yield return $"{suite.Name}: {metric.Metric}{(metric.Gating ? "" : " (not gating)")}: {metric.Reason}";
        if (comparison.Satisfied && comparison.NextAction is { } next) yield return $"{suite.Name}: {next}";
        var strays = cassettes.Except(cases.Select(run => run.Case.Id), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (strays.Count > 0) yield return $"{suite.Name}: {Codes.StrayRecording}: recordings of no case: {string.Join(", ", strays)}";
    }

    // What failed when the baseline was accepted was accepted with it; it is shown as what it is, and the gate watches its score.
    private bool Tolerated(CaseRun run) => run.Score is { Scored: true, BrokeMustPass: false } && _failedBefore.Contains(run.Case.Id);

    private string Message(CaseRun run)
    {
        if (!run.Score.Scored) return $"{run.Case.Id}: {string.Join(' ', run.Faults)}";
        var head = (run.Score.BrokeMustPass, Tolerated(run)) switch
        {
            (true, _) => "must pass and fails",
            (_, true) => "fails, as it did in the baseline",
            _ => "fails",
        };
        var lines = run.Answers.Where(answer => !answer.Grade.Passed).SelectMany(answer => answer.Grade.Grades
            .Where(grade => !grade.Grade.Passed)
            .Select(grade => $"{grade.Assertion.Type}: {grade.Grade.Reason}")
            .Append($"answer ({answer.How}): {answer.Output}"));
        return $"{run.Case.Id}: {head}\n  {string.Join("\n  ", lines)}";
    }
}
