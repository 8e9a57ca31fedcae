using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;

namespace Slipway.Pipeline.Tests;

internal static class Sample
{
    public static PlanNode Node { get; } = Harbour.Plan([Harbour.Step("unit")], "shop").Nodes.Single();

    public static StageRecord Record(StageResult result) => new()
    {
        Unit = Node.Unit,
        Stage = Node.Stage,
        Fingerprint = Node.Fingerprint,
        Result = result,
        ExecutedAt = new(2031, 5, 6, 7, 8, 9, TimeSpan.Zero),
        Duration = TimeSpan.FromSeconds(1.5),
        Invocation = new("6f6bfa4c-1111-4222-8333-444455556666"),
    };
}
