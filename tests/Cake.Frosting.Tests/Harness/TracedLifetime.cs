using Cake.Core;

namespace Cake.Frosting.Tests.Harness;

/// <summary>Says what setup and teardown are told.</summary>
internal sealed class TracedLifetime(Trace trace) : FrostingLifetime
{
    public override void Setup(ICakeContext context, ISetupContext info)
        => trace.Add($"setup of {string.Join(' ', info.TasksToExecute.Select(task => task.Name))}");

    public override void Teardown(ICakeContext context, ITeardownContext info)
        => trace.Add($"teardown, successful: {info.Successful}");
}
