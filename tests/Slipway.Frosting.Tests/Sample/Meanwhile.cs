using Cake.Frosting;

namespace Slipway.Frosting.Sample;

/// <summary>Where a test says so, edits a source while a run is going on: by now every file has been read.</summary>
[IsDependentOn(typeof(Glance))]
[Idempotent]
public sealed class Meanwhile : FrostingTask<SlipwayContext>
{
    public override void Run(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var order = Path.Join(context.ArtifactsRoot, "edit-meanwhile");
        if (!File.Exists(order)) return;
        File.AppendAllText(File.ReadAllText(order), "// edited meanwhile\n");
        File.Delete(order);
    }
}
