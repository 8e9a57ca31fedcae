using Slipway.Machine.Postgres;

namespace Slipway.Machine.Tests.Postgres;

/// <summary>A throwaway server for a whole class of tests.</summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    private PostgresCluster? _cluster;

    public PostgresCluster Cluster => _cluster ?? throw new InvalidOperationException("The cluster did not start.");

    public async ValueTask InitializeAsync()
    {
        var provider = await PostgresProvider.FindAsync("/nowhere", PostgresSearch.OfThisMachine() with { ConnectionString = null });
        _cluster = await provider.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null) await _cluster.DisposeAsync();
    }
}
