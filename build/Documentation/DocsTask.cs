using Cake.Core.Diagnostics;
using Cake.Frosting;
using Slipway.Frosting;
using Slipway.Frosting.CommandLine;
using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Build.Documentation;

[TaskName("Docs")]
[TaskDescription("Write docs/reference from what it describes")]
[TaskOption("check", "Write nothing, and fail where a page of the reference is not what would be written", IsFlag = true)]
public sealed class DocsTask : FrostingTask<SlipwayContext>
{
    public override void Run(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var reference = Reference.Of(context);
        if (context.Arguments.HasArgument("check"))
        {
            if (reference.Drift().ToArray() is { Length: > 0 } problems) throw new KnownFailureException(problems);
            context.Log.Information("{0} pages are up to date", reference.Pages.Length);
            return;
        }
        if (reference.Problems is { Length: > 0 } blocking) throw new KnownFailureException([.. blocking]);
        foreach (var page in reference.Outdated())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(page.Path)!);
            AtomicFile.WriteAllText(page.Path, page.Text);
            context.Log.Information("wrote {0}", page.Shown);
        }
    }
}
