using Cake.Frosting;

namespace Slipway.Frosting.Sample;

/// <summary>Something that happens outside of every stage, and that has to happen every time.</summary>
[IsDependentOn(typeof(Glance))]
public sealed class Errand : FrostingTask<SlipwayContext>
{
    public override void Run(SlipwayContext context) => Console.WriteLine("> errand");
}
