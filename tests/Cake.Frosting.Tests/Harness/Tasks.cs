using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Tests.Harness;

internal static class Tasks
{
    /// <summary>Registers a task by hand, so that the tests of one situation do not see the tasks of another.</summary>
    public static CakeHost Task<TTask>(this CakeHost host)
        where TTask : class, IFrostingTask
        => host.ConfigureServices(services => services.AddSingleton<IFrostingTask, TTask>());
}
