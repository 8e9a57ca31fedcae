using Cake.Frosting;
using Slipway.Artifacts.Inspection;
using Slipway.Artifacts.Keys;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Hosting;
using Slipway.Frosting.Inspection;
using Slipway.Frosting.Output;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Tasks;

[TaskName("Inspect")]
[TaskDescription("Show a release with --release: what is inside, what its gates came to, who signed; with --against what changed")]
[TaskOption("against", "Another release to compare with: a folder, or a place in a registry")]
[TaskOption("json", "Print JSON", IsFlag = true)]
public sealed class InspectTask : AsyncFrostingTask<SlipwayContext>
{
    public override async Task RunAsync(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.CommandLine.Release is not { } name)
        {
            throw new BadInputException(new Problem
            {
                Code = Codes.BadOptionValue,
                Message = "It is not said which release to show.",
                Mend = "Give --release=artifacts/releases/KIND/UNIT/VERSION.",
            });
        }
        var keys = new KeyStore(KeyPlaces.FromEnvironment(context.PlatformRoot)).FindVerificationKeysHere(context.CommandLine.Key);
        using var place = await ReleasePlace.OpenAsync(name, context.CancellationToken);
        var release = await ReleaseInspector.InspectAsync(place.Folder, keys, context.CancellationToken);
        using var before = context.Arguments.GetArguments("against").LastOrDefault() is { } other ? await ReleasePlace.OpenAsync(other, context.CancellationToken) : null;
        var earlier = before is null ? null : await ReleaseInspector.InspectAsync(before.Folder, keys, context.CancellationToken);
        if (context.Arguments.HasArgument("json")) Console.WriteLine(InspectJson.Write(release, earlier));
        else foreach (var line in InspectText.Lines(release, earlier)) Painter.Line(line);
        // It was shown, and what does not verify is a failure all the same: a script that only looks must not take it for good.
        if (!release.Verdict.Passed) throw new KnownFailureException(release.Verdict.ProblemsFrom(System.Environment.CurrentDirectory));
    }
}
