using Cake.Frosting;
using Slipway.Frosting.Output;
using Slipway.Suites;
using Slipway.Suites.Runs;

namespace Slipway.Frosting.Tasks;

[TaskName("Bless")]
[TaskDescription("Make what the evaluation suites give now their baseline: commit it with the reason")]
public sealed class BlessTask : AsyncFrostingTask<SlipwayContext>
{
    public override async Task RunAsync(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var platform = await context.ReadPlatformAsync();
        var runner = new SuiteRunner(TimeProvider.System);
        var chosen = context.CommandLine.Units;
        var units = platform.Units.Where(unit => chosen.IsEmpty || chosen.Contains(unit.Name.ToString(), StringComparer.OrdinalIgnoreCase));
        foreach (var path in units.SelectMany(unit => unit.Suites))
        {
            var suite = EvaluationSuite.Load(Path.Combine(platform.Root, path), platform.Root);
            var run = await runner.RunAsync(suite, context.CancellationToken);
            runner.Bless(run);
            Painter.Line($"  {suite.Shown(suite.BaselineFile)}: {run.Cases.Length} cases");
        }
    }
}
