using Cake.Core;

namespace Cake.Frosting.Tests.Harness;

/// <summary>Says what the setup and teardown of each task are told.</summary>
internal sealed class TracedTaskLifetime(Trace trace) : FrostingTaskLifetime
{
    public override void Setup(ICakeContext context, ITaskSetupContext info) => trace.Add($"setup of {info.Task.Name}");

    public override void Teardown(ICakeContext context, ITaskTeardownContext info)
        => trace.Add($"teardown of {info.Task.Name}, skipped: {info.Skipped}");
}
