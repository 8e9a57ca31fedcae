using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs once, after the last task, also when one failed. Of several registered, the last counts.</summary>
public interface IFrostingTeardown
{
    /// <summary>Throwing here fails the run.</summary>
    void Teardown(ICakeContext context, ITeardownContext info);
}
