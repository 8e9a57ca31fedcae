using Cake.Core;

namespace Cake.Frosting.Tests.Harness;

/// <summary>A task that says its name when it runs.</summary>
internal abstract class Traced(Trace trace) : FrostingTask
{
    protected Trace Trace => trace;

    public override void Run(ICakeContext context) => trace.Add(GetType().Name);
}
