using Cake.Core;

namespace Cake.Frosting.Tests.Harness;

/// <summary>A task that says its name when it runs, and then fails.</summary>
internal abstract class Failing(Trace trace) : Traced(trace)
{
    public override void Run(ICakeContext context)
    {
        base.Run(context);
        throw new InvalidOperationException($"{GetType().Name} broke");
    }
}
