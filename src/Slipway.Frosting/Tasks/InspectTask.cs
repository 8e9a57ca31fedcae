using Cake.Frosting;
using Slipway.Artifacts.Inspection;
using Slipway.Artifacts.Keys;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Inspection;
using Slipway.Frosting.Output;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Tasks;

[TaskName("Inspect")]
[TaskDescription("Show a release with --release: what is inside, what its gates came to, who signed; with --against what changed")]
[TaskOption("against", "The folder of another release to compare with")]
public sealed class InspectTask : AsyncFrostingTask<SlipwayContext>
{
    public override async Task RunAsync(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.CommandLine.Release is not { } folder)
        {
            throw new BadInputException(new Problem
            {
                Code = Codes.BadOptionValue,
                Message = "It is not said which release to show.",
                Mend = "Give --release=artifacts/releases/KIND/UNIT/VERSION.",
            });
        }
        var keys = new KeyStore(KeyPlaces.FromEnvironment(context.PlatformRoot)).FindVerificationKeysHere(context.CommandLine.Key);
        var release = await ReleaseInspector.InspectAsync(folder, keys, context.CancellationToken);
        foreach (var line in InspectText.Lines(release)) Painter.Line(line);
        if (context.Arguments.GetArguments("against").LastOrDefault() is not { } other) return;
        var earlier = await ReleaseInspector.InspectAsync(other, keys, context.CancellationToken);
        foreach (var line in InspectText.Lines(earlier.Verdict.Manifest!, ReleaseDifference.Between(earlier, release))) Painter.Line(line);
    }
}
