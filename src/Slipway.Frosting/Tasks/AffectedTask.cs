using Cake.Frosting;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Hosting;
using Slipway.Frosting.Output;
using Slipway.Frosting.Stamps;
using Slipway.Model.Problems;
using Slipway.Workspace.Affected;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Frosting.Tasks;

[TaskName("Affected")]
[TaskDescription("Print which units a change since --since affects, and which input by which way")]
[TaskOption("json", "Print JSON", IsFlag = true)]
public sealed class AffectedTask : AsyncFrostingTask<SlipwayContext>
{
    public override async Task RunAsync(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var reference = context.CommandLine.Since ?? PullRequestTarget.Find() ?? throw new BadInputException(new Problem
        {
            Code = Codes.BadOptionValue,
            Message = "The target Affected compares with something, and nothing was named.",
            Mend = "--since=REF: a branch, a tag or a commit, such as --since=origin/main",
        });
        var listing = context.ListFilesAsync();
        var platform = await context.ReadPlatformAsync();
        context.KeepEvaluations();
        var inputs = UnitFingerprints.Of(platform, await listing);
        var affected = await AffectedUnits.SinceAsync(platform, inputs, reference, context.CancellationToken);
        if (context.Arguments.HasArgument("json")) Console.WriteLine(AffectedText.Json(reference, affected));
        else foreach (var line in AffectedText.Lines(platform, reference, affected)) Painter.Line(line);
        await AffectedMapFile.LeaveAsync(platform, inputs, context.IsCertainAsync, context.CancellationToken);
    }
}
