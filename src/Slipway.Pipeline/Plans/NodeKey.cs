using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Plans;

public sealed record NodeKey(UnitId Unit, StageName Stage)
{
    public override string ToString() => $"{Unit} {Stage}";
}
