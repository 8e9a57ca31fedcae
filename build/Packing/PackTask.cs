using Cake.Core.Diagnostics;
using Cake.Frosting;
using Slipway.Frosting;
using Slipway.Frosting.Tasks;
using Slipway.Machine.Files;
using Slipway.Machine.Processes;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Build.Packing;

[TaskName("Pack")]
[TaskDescription("Pack what a platform consumes into artifacts/feed, versioned by content")]
[IsDependeeOf(typeof(RestoreTask))]
[Idempotent("artifacts/feed")]
public sealed class PackTask : AsyncFrostingTask<SlipwayContext>
{
    public override async Task RunAsync(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var cancellation = context.CancellationToken;
        var version = await SlipwayFeed.VersionAsync(cancellation);
        // The last package to be packed is the proof that all the others were.
        var done = Path.Combine(SlipwayFeed.Folder, $".packed-{version}");
        if (File.Exists(done))
        {
            context.Log.Information("{0} is packed already", version);
            return;
        }
        using var compiler = new CompilerServer($"slipway-pack-{Environment.ProcessId}");
        using var feed = AtomicFolder.Begin(SlipwayFeed.Folder);
        var result = await new ProcessRunner().RunAsync(
            new ProcessRequest
            {
                FileName = "dotnet",
                Arguments =
                [
                    "pack", "build/Packing/Packages.slnx", "-c", "Release", "-o", feed.Path, "-nologo", "-v", "quiet", "-nodeReuse:false",
                    .. compiler.Arguments, $"-p:SlipwayVersion={version}",
                    // One version names one content, whoever packs it, when, and whatever else was committed meanwhile.
                    "-p:DeterministicTimestamp=2020-01-01T00:00:00Z", "-p:EnableSourceControlManagerQueries=false",
                ],
                WorkingDirectory = Repository.Root,
                TimeLimit = TimeSpan.FromMinutes(15),
                OnLine = line => context.Log.Verbose("{0}", line),
            },
            cancellation);
        result.OrFail("Packing Slipway's own packages");
        await File.WriteAllTextAsync(Path.Combine(feed.Path, Path.GetFileName(done)), "", cancellation);
        feed.Commit();
        context.Log.Information("packed {0}", version);
    }
}
