using Slipway.Model.Problems;
using Slipway.Model.Stages;

namespace Slipway.Frosting.Hosting;

internal static class StageFailure
{
    public static KnownFailureException Of(StageName stage, IReadOnlyCollection<string> units) => new(new Problem
    {
        Code = Pipeline.Codes.StageFailed,
        Message = $"{stage} failed for {string.Join(", ", units)}.",
        Mend = "each failure is shown whole at the end",
    });
}
