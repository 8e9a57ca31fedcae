using System.Collections.Concurrent;
using System.Collections.Immutable;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Pipeline.Cache;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Records;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Scheduling;
using Slipway.Pipeline.Stages;

namespace Slipway.Pipeline.Matrices;

/// <summary>
/// Shares the work of a plan among machines, so that the one which takes longest is done early. A unit stays on one machine, for each one
/// restores and compiles it again; only where a unit alone holds up all the rest is it split, by stages.
/// </summary>
public static class JobMatrix
{
    /// <summary>More than these no job matrix of GitHub may have.</summary>
    public const int MostJobs = 256;

    // Each further machine has to be started, and restores and compiles once more.
    private const double WorthAJob = 0.9;

    /// <summary>
    /// The work whose result every later run finds in the cache, as far as it is not there yet. The rest is for the job that joins them.
    /// </summary>
    /// <param name="run">Where the plan would run.</param>
    /// <param name="jobs">The most jobs to make; 1 to <see cref="MostJobs"/>.</param>
    /// <param name="say">Hears what is wrong with the cache.</param>
    /// <returns>The longest first; empty where nothing is to be done.</returns>
    /// <exception cref="BadInputException">A setting of the cache is wrong.</exception>
    public static async Task<ImmutableArray<MatrixJob>> OfAsync(Plan plan, RunContext run, int jobs, Action<Problem> say, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(run);
        using var cache = StageCache.Open(run, say);
        var records = new RecordStore(run.Paths);
        var contexts = new NodeContexts(plan, run, records);
        var wanted = new ConcurrentDictionary<NodeKey, bool>();
        var last = new ConcurrentDictionary<NodeKey, StageRecord>();
        var nodes = plan.Steps.SelectMany(step => plan.NodesOf(step.Name).Where(node => node.SkipReason is null).Select(node => (node, step.Stage)));
        await Parallel.ForEachAsync(nodes, cancellation, async (pair, _) =>
        {
            var (node, stage) = pair;
            var context = contexts.Of(node, new StageLog());
            if ((records.Last(node.Key) ?? await cache.LatestAsync(node)) is { } record) last[node.Key] = record;
            if (StageCache.Keeps(stage, context) && await cache.FindAsync(node, stage, context) is null) wanted[node.Key] = true;
        });
        return Of(plan, wanted.Keys.ToHashSet(), ExpectedTimes.Of(plan, last, replay: false), jobs);
    }

    /// <param name="wanted">The nodes whose result is wanted; what comes before them is run with them.</param>
    /// <param name="expected">How many seconds a node will take.</param>
    /// <param name="jobs">The most jobs to make; 1 to <see cref="MostJobs"/>.</param>
    /// <returns>The longest first; empty where nothing is wanted.</returns>
    internal static ImmutableArray<MatrixJob> Of(Plan plan, IReadOnlySet<NodeKey> wanted, Func<PlanNode, double> expected, int jobs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(jobs, MostJobs);
        List<UnitWork> work =
        [
            .. from nodes in plan.Nodes.GroupBy(node => node.Unit)
               let stages = nodes.Where(node => wanted.Contains(node.Key)).Select(node => node.Stage).ToImmutableArray()
               where stages.Length > 0
               select UnitWork.Of(nodes.Key, nodes, stages, expected),
        ];
        if (work.Count == 0) return [];
        var best = Pack(work, jobs);
        while (SplitLongest(work) is { } finer && Fits(finer, jobs))
        {
            work = finer;
            var packed = Pack(work, jobs);
            if (Longest(packed) < WorthAJob * Longest(best)) best = packed;
        }
        return [.. best.Select(bin => Job(plan, bin)).OrderByDescending(job => job.Seconds).ThenBy(job => job.Name, StringComparer.Ordinal)];
    }

    private static List<UnitWork>? SplitLongest(List<UnitWork> work)
    {
        var longest = work.MaxBy(piece => piece.Seconds)!;
        return longest.Split() is var (first, second) ? [.. work.Where(piece => piece != longest), first, second] : null;
    }

    // A part of a unit stands alone: a job is units times stages, and nothing may run that nobody asked for.
    private static bool Fits(List<UnitWork> work, int jobs) =>
        work.Count(piece => !piece.IsWhole) + (work.Any(piece => piece.IsWhole) ? 1 : 0) <= jobs;

    private static ImmutableArray<ImmutableArray<UnitWork>> Pack(List<UnitWork> work, int jobs)
    {
        var alone = work.Where(piece => !piece.IsWhole).Select(piece => ImmutableArray.Create(piece)).ToArray();
        var whole = work.Where(piece => piece.IsWhole).OrderByDescending(piece => piece.Seconds).ThenBy(piece => piece.Unit).ToArray();
        var bins = Enumerable.Range(0, Math.Min(jobs - alone.Length, whole.Length)).Select(_ => ImmutableArray.CreateBuilder<UnitWork>()).ToArray();
        var loads = new PriorityQueue<int, (double, int)>(Enumerable.Range(0, bins.Length).Select(bin => (bin, (0.0, bin))));
        foreach (var piece in whole)
        {
            loads.TryDequeue(out var bin, out var load);
            bins[bin].Add(piece);
            loads.Enqueue(bin, (load.Item1 + piece.Seconds, bin));
        }
        return [.. alone, .. bins.Select(bin => bin.ToImmutable())];
    }

    private static double Longest(ImmutableArray<ImmutableArray<UnitWork>> bins) => bins.Max(bin => bin.Sum(piece => piece.Seconds));

    private static MatrixJob Job(Plan plan, ImmutableArray<UnitWork> bin) => new(
        [.. bin.Select(piece => piece.Unit).Order()],
        [.. plan.Steps.Select(step => step.Name).Where(stage => bin.Any(piece => piece.Stages.Contains(stage)))],
        bin.Sum(piece => piece.Seconds));
}
