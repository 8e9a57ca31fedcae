using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Stages;

namespace Slipway.Frosting.Sample;

/// <summary>Leaves a file for each unit, which stands for as long as it lies there.</summary>
public sealed class GlanceStage : UnitStage
{
    public override StageName Name => new("glance");

    public override bool OutputsInPlace(StageContext context, StageResult recorded) => File.Exists(Path.Join(FolderOf(context), "seen.txt"));

    // What it dreams of is not there.
    public override IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) =>
    [
        FolderOf(context), Path.Join(context.Run.Paths.Root, "shelf/"), Path.Join(context.Run.Paths.Root, "dreams", context.Unit.Name.Lower, "dreamt.txt"),
        context.Run.Paths.Records(new(context.Unit.Id.Kind, UnitName.Parse("dream"))),
    ];

    protected override async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(FolderOf(context));
        await File.WriteAllTextAsync(Path.Join(FolderOf(context), "seen.txt"), $"{context.Unit.Id}\n", cancellationToken);
        if (Environment.GetEnvironmentVariable("GLANCE_AT_NOTHING") is { Length: > 0 } nothing) return StageResult.Skipped(nothing);
        var part = Environment.GetEnvironmentVariable("GLANCE_IN_PART") is { Length: > 0 } why ? new SkippedCheck { What = "squint", Why = why } : null;
        return StageResult.Succeeded with { SkippedChecks = part is null ? [] : [part] };
    }

    private static string FolderOf(StageContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Path.Join(context.Run.Paths.Root, "glance", context.Unit.Name.Lower);
    }
}
