using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs once, before the first task. Of several registered, the last counts.</summary>
public interface IFrostingSetup
{
    /// <summary>Throwing here skips the tasks; the teardown still runs.</summary>
    void Setup(ICakeContext context, ISetupContext info);
}
