using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;

namespace Sample;

/// <summary>Three tasks in a ring and one that leads to it, for runs with <c>--cycle</c> only.</summary>
internal static class Cycle
{
    public static void Register(IServiceCollection services) => services
        .AddSingleton<IFrostingTask, Entrance>()
        .AddSingleton<IFrostingTask, One>()
        .AddSingleton<IFrostingTask, Two>()
        .AddSingleton<IFrostingTask, Three>();

    [IsDependentOn(typeof(One))]
    private sealed class Entrance : FrostingTask;

    [IsDependentOn(typeof(Two))]
    private sealed class One : FrostingTask;

    [IsDependentOn(typeof(Three))]
    private sealed class Two : FrostingTask;

    [IsDependentOn(typeof(One))]
    private sealed class Three : FrostingTask;
}
