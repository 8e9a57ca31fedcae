namespace Slipway.Templates.Tests;

/// <summary>One platform for all tests that only read it, with units of every kind added to it.</summary>
public sealed class NorthStar : IAsyncLifetime
{
    public const string Version = "4.5.6-dev.g0123456789ab";

    public InstantiatedPlatform Platform { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Platform = await InstantiatedPlatform.CreateAsync("north-star", Version);
        await Platform.AddAsync("service", "order-history");
        await Platform.AddAsync("service", "Payments");
        await Platform.AddAsync("app", "admin");
        await Platform.AddAsync("package", "money");
    }

    public ValueTask DisposeAsync() => Platform.DisposeAsync();
}
