using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>Wiring in a class of its own. Created with its parameterless constructor when it is registered.</summary>
public interface IFrostingStartup
{
    void Configure(IServiceCollection services);
}
