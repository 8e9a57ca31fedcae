using System.Diagnostics;
using System.Globalization;
using Slipway.Machine.Processes;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages;
using Slipway.Workspace.Fingerprints;
using Slipway.Workspace.Versions;

namespace Slipway.Benchmarks.Peers.Scenarios;

/// <summary>N tasks of one second that wait for nothing, on P slots: what the scheduler adds to ⌈N/P⌉ seconds.</summary>
internal static class SchedulerSlots
{
    private const double Most = 1.15;

    public static async Task<Verdict> MeasureAsync(int tasks, int slots)
    {
        var root = Directory.CreateTempSubdirectory("slipway-slots-").FullName;
        try
        {
            var platform = new Platform { Name = "slots", Root = root, Units = [.. Enumerable.Range(1, tasks).Select(Unit)] };
            var inputs = await UnitFingerprints.ReadAsync(platform);
            var context = new RunContext
            {
                Platform = platform,
                Invocation = Guid.NewGuid(),
                Paths = new(Path.Combine(root, "artifacts")),
                Processes = new ProcessRunner(),
                Time = TimeProvider.System,
                Builder = "local",
                Versions = await UnitVersions.ReadAsync(platform, inputs),
                Inputs = inputs,
                Resources = new(),
            };
            var plan = Planner.Plan(platform, [], [new PlanStep(new OneSecond(), [])], inputs.Of, _ => "slots");
            var started = Stopwatch.GetTimestamp();
            await using (var run = new PipelineRun(plan, context, new RunOptions { Jobs = slots, Replay = false }))
            {
                run.Start();
                foreach (var node in run.Follow(new OneSecond().Name)) await node.Completion;
            }
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var least = Math.Ceiling((double)tasks / slots);
            return new(
                string.Create(CultureInfo.InvariantCulture, $"{tasks} tasks of one second on {slots} slots, at most {Most} × {least:0} s"),
                string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s, {seconds / least:0.00} times"),
                seconds <= Most * least);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static Unit Unit(int number) => new()
    {
        Id = new(UnitKind.Service, UnitName.Parse($"svc{number:0000}")),
        Toolchain = Toolchain.DotNet,
        Root = $"services/svc{number:0000}",
        Folders = [$"services/svc{number:0000}"],
    };

    private sealed class OneSecond : UnitStage
    {
        public override StageName Name => new("second");

        protected override async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            return StageResult.Succeeded;
        }
    }
}
