using System.Collections.Immutable;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Graph;
using Slipway.Model.Problems;
using Slipway.Pipeline.Runs;

namespace Slipway.Frosting.Hosting;

/// <summary>
/// What <c>--continue</c> runs: the targets of the last run, for the units of which something failed or was not reached. What passed in
/// them and has not changed is replayed as ever, so what is left is what failed and what follows from it.
/// </summary>
internal static class Continuation
{
    /// <returns>The arguments to run with; null where the last run passed.</returns>
    /// <exception cref="BadInputException">There is no last run, or it ran a target that is no longer there.</exception>
    public static HostArguments? Of(HostArguments arguments, ArtifactPaths paths, TaskGraph graph)
    {
        if (RunSummary.Last(paths) is not { Request.Targets.IsEmpty: false } last) throw NoRun(paths);
        if (last.Passed) return null;
        if (last.Request.Targets.FirstOrDefault(target => graph.Find(target) is null) is { } gone) throw NoTarget(gone);
        // Where every stage passed, a task that is no stage failed: it is about all that the run was about.
        ImmutableArray<string> units = [.. last.UnfinishedUnits().Select(unit => unit.ToString())];
        if (units.IsEmpty) units = last.Request.Units;
        return arguments with
        {
            Targets = last.Request.Targets,
            Units = units,
            Exclusive = last.Request.Exclusive,
            ForCake =
            [
                .. arguments.ForCake,
                .. last.Request.Targets.Select(target => $"--target={target}"),
                .. last.Request.Exclusive ? ["--exclusive"] : Array.Empty<string>(),
            ],
        };
    }

    private static BadInputException NoRun(ArtifactPaths paths) => new(new Problem
    {
        Code = Codes.NothingToContinue,
        Message = $"There is no run to continue: {paths.RunSummaries} holds none.",
        Mend = "run without --continue first",
    });

    private static BadInputException NoTarget(string target) => new(new Problem
    {
        Code = Codes.NothingToContinue,
        Message = $"The last run was of the target '{target}', which is no longer there.",
        Mend = "name a target instead of --continue",
    });
}
