using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs after each task, also when it was skipped. Of several registered, the last counts.</summary>
public interface IFrostingTaskTeardown
{
    /// <summary>Throwing here fails the run.</summary>
    void Teardown(ICakeContext context, ITaskTeardownContext info);
}
