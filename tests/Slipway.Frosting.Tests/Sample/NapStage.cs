using Slipway.Model.Stages;
using Slipway.Pipeline.Stages;

namespace Slipway.Frosting.Sample;

/// <summary>Sleeps in a child process, for as long as the unit's test says.</summary>
public sealed class NapStage : UnitStage
{
    public override StageName Name => new("nap");

    public override bool Replayable => false;

    protected override async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var duration = Environment.GetEnvironmentVariable("NAP") ?? "0";
        context.Log.Write($"sleeping {duration}");
        await context.Run.Processes.RunAsync(new() { FileName = "sleep", Arguments = [duration] }, cancellationToken);
        return StageResult.Succeeded;
    }
}
