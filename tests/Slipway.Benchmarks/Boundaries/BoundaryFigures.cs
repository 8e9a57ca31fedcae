using System.Diagnostics;
using System.Globalization;
using Slipway.Benchmarks.Platforms;
using Slipway.Boundaries;
using Slipway.Boundaries.Inventory;
using Slipway.Workspace;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Benchmarks.Boundaries;

/// <summary>What looking at a large platform from outside costs: all of it, and again when nothing has changed.</summary>
internal static class BoundaryFigures
{
    private const int Rounds = 5;
    private static readonly TimeSpan _coldBound = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _unchangedBound = TimeSpan.FromSeconds(0.2);

    public static async Task<int> MeasureAsync(string[] args)
    {
        var options = Options.Parse(args, ["services"]);
        var folder = Directory.CreateTempSubdirectory("slipway-boundaries-");
        try
        {
            var written = new SyntheticPlatform(options.Number("services", 910));
            var root = Path.Combine(folder.FullName, "platform");
            await PlatformWriter.WriteAsync(written, root);
            var started = Stopwatch.GetTimestamp();
            var platform = await WorkspaceReader.ReadAsync(root);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{platform.Units.Length} units read in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, which is not part of the figures"));
            var files = (await UnitFingerprints.ReadAsync(platform)).Files.Select(file => new ListedFile(file.Path, file.ContentId, file.Mode)).ToList();

            // The first look pays for everything: the program's own start too.
            var keep = Path.Combine(folder.FullName, "kept.json");
            var (first, found) = Look(platform, files, keep);
            var kept = Say($"{platform.Units.Length} units, {files.Count} files, first look", first, _coldBound);
            var again = Enumerable.Range(0, Rounds).Select(_ => Look(platform, files, keep).Time).Order().ElementAt(Rounds / 2);
            kept &= Say("unchanged, median of five", again, _unchangedBound);
            Console.WriteLine($"{found} findings");
            return kept && found == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (TimeSpan Time, int Found) Look(Model.Platforms.Platform platform, List<ListedFile> files, string keep)
    {
        var started = Stopwatch.GetTimestamp();
        var found = new BoundaryChecker(TimeProvider.System).Check(platform, files, keep).Length;
        return (Stopwatch.GetElapsedTime(started), found);
    }

    private static bool Say(string what, TimeSpan elapsed, TimeSpan bound)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {elapsed.TotalSeconds:0.000} s, bound {bound.TotalSeconds:0.00} s"));
        return elapsed <= bound;
    }
}
