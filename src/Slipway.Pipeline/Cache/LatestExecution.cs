using Slipway.Model;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Plans;

namespace Slipway.Pipeline.Cache;

/// <summary>
/// An entry that tells how long a node took when it last ran, wherever that was: a machine of a CI service has no records of its own. It
/// stands where no node is ever looked for, and each execution replaces it.
/// </summary>
internal static class LatestExecution
{
    public static StageRecord Of(Platform platform, StageRecord record) => record with
    {
        Fingerprint = Place(platform, record.Unit, record.Stage),
        Result = StageResult.Succeeded,
    };

    public static CacheKey KeyOf(Platform platform, PlanNode node) => new(node.Unit, node.Stage, Place(platform, node.Unit, node.Stage));

    private static Digest Place(Platform platform, UnitId unit, StageName stage) => Digest.Of($"the latest execution of {stage} of {unit} on {platform.Name}");
}
