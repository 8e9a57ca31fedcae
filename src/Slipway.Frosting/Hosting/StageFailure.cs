using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Pipeline.Scheduling;

namespace Slipway.Frosting.Hosting;

/// <summary>Turns what a stage came to into the exception that its task ends with.</summary>
internal static class StageFailure
{
    public static void ThrowFor(StageName stage, ImmutableArray<NodeResult> results)
    {
        var broken = results.Select(result => result.Exception).OfType<Exception>().ToArray();
        var bad = broken.OfType<BadInputException>().SelectMany(exception => exception.Problems).Distinct().ToArray();
        if (bad.Length > 0) throw new BadInputException(bad);
        if (broken.OfType<UnauthorizedAccessException>().FirstOrDefault() is { } denied) throw new BadInputException(WritableFolders.Denied(null, denied.Message), denied);
        if (broken.FirstOrDefault(exception => exception is not SlipwayException) is { } bug) throw new StageBugException(stage, bug);
        Throw(stage, "failed", results.Where(result => result.Failed), "each failure is shown whole at the end");
        Throw(stage, "was not run", results.Where(result => result.NotReached), "mend what failed before it");
    }

    private static void Throw(StageName stage, string verb, IEnumerable<NodeResult> results, string mend)
    {
        var units = results.Select(result => result.Node.Unit.ToString()).ToArray();
        if (units.Length == 0) return;
        throw new KnownFailureException(new Problem
        {
            Code = Pipeline.Codes.StageFailed,
            Message = $"{stage} {verb} for {string.Join(", ", units)}.",
            Mend = mend,
        });
    }
}
