using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Suites;
using Slipway.Suites.Runs;

namespace Slipway.Pipeline.Stages.Evaluate;

/// <summary>Runs a unit's evaluation suites on their recorded answers, and compares each with its baseline.</summary>
public sealed class EvaluateStage : UnitStage
{
    public override StageName Name => StageName.Evaluate;

    public override bool IsVerdictOnly(Unit unit) => true;

    public override string? SkipReason(Unit unit, Platform platform) => unit.Suites.IsEmpty ? "it has no evals/*.yaml" : null;

    public override IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) => [];

    public override IEnumerable<Project> Links(Unit unit) => [];

    protected override async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var runner = new SuiteRunner(context.Run.Time);
        var runs = ImmutableArray.CreateBuilder<SuiteRun>();
        foreach (var suite in context.Unit.Suites.Select(path => EvaluationSuite.Load(context.Absolute(path), context.Run.Platform.Root)))
        {
            runs.Add(await runner.RunAsync(suite, cancellationToken));
        }
        return Judge(runs.ToImmutable());
    }

    private static StageResult Judge(ImmutableArray<SuiteRun> runs)
    {
        var held = runs.Where(run => !run.Passed).Select(run => run.Suite.Name).ToArray();
        var numbers = runs.SelectMany(run => run.Numbers).ToImmutableSortedDictionary();
        return new StageResult
        {
            Outcome = held.Length == 0 ? StageOutcome.Success : StageOutcome.Fail($"the suite {string.Join(", ", held)} does not pass its gate"),
            Tests = [.. runs.SelectMany(run => run.Tests)],
            Findings = [.. runs.SelectMany(run => run.Findings)],
            Numbers = numbers
                .SetItem("live", runs.Sum(run => run.LiveAnswers))
                .SetItem("replayed", runs.Sum(run => run.ReplayedAnswers)),
            Notes = [.. runs.SelectMany(run => run.Notes)],
        };
    }
}
