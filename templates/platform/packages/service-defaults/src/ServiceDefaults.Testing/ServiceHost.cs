using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceDefaults.Testing;

/// <summary>A service, whole, in the test's own process; requests reach it without a network.</summary>
public class ServiceHost<TProgram> : WebApplicationFactory<TProgram>
    where TProgram : class
{
    /// <summary>Configuration on top of the service's own, given before it starts.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>What of the outside world the test replaces.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureServices(Replace);
    }
}
