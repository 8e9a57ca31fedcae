using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.Docker;

/// <summary>A task that makes one call and traces what it gave.</summary>
internal sealed class Calls(Func<ICakeContext, IEnumerable<string?>> call, Trace trace) : FrostingTask
{
    public override void Run(ICakeContext context)
    {
        foreach (var line in call(context))
        {
            trace.Add(line ?? "nothing");
        }
    }
}
