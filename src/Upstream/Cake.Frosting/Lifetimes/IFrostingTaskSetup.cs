using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs before each task. Of several registered, the last counts.</summary>
public interface IFrostingTaskSetup
{
    /// <summary>Throwing here fails the run, whatever the task says of its own errors.</summary>
    void Setup(ICakeContext context, ITaskSetupContext info);
}
