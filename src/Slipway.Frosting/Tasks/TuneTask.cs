using System.Globalization;
using Cake.Frosting;
using Slipway.Frosting.Output;
using Slipway.Frosting.Tuning;

namespace Slipway.Frosting.Tasks;

[TaskName("Tune")]
[TaskDescription("Compile the build host itself ahead of time, so that it starts faster until its source changes")]
public sealed class TuneTask : AsyncFrostingTask<SlipwayContext>
{
    public override async Task RunAsync(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Painter.Line("Compiles every assembly of the host ahead of time. That takes about half a minute of two processors, and makes it three times as large on disk.");
        var compiler = new HostCompiler(AppContext.BaseDirectory, Path.Combine(context.ArtifactsRoot, "tools", "tune"), Path.GetDirectoryName(context.ArtifactsRoot)!);
        var tuning = await compiler.RunAsync(context.CancellationToken);
        Painter.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{tuning.Assemblies} assemblies in {Painter.Time(tuning.Duration)}: the host takes {tuning.BytesAfter / 1e6:0} MB now instead of {tuning.BytesBefore / 1e6:0} MB."));
    }
}
