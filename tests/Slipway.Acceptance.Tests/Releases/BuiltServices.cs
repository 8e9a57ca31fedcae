using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Releases;

/// <summary>Two services that were built a moment ago, whatever earlier tests have left: their releases are whole and their records stand.</summary>
public sealed class BuiltServices(ReferencePlatform platform) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => (await platform.RunAsync("--unit=catalog,ordering")).Exits(0);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
