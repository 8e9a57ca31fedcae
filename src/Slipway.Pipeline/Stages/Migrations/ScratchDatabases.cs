using System.Globalization;
using Slipway.Machine.Postgres;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>Databases on the run's cluster that are gone when the stage ends.</summary>
internal sealed class ScratchDatabases(PostgresCluster cluster, string prefix) : IAsyncDisposable
{
    private readonly List<string> _made = [];

    public PostgresCluster Cluster => cluster;

    /// <summary>Makes an empty one, or a copy of one of these, and gives its connection string. Unpooled, so that a copy of it can be made.</summary>
    public async Task<string> MakeAsync(string name, string? template, CancellationToken cancellation)
    {
        var full = NameOf(name);
        var connection = await cluster.CreateDatabaseAsync(full, template is null ? null : NameOf(template), cancellation);
        _made.Add(full);
        return string.Create(CultureInfo.InvariantCulture, $"{connection};Pooling=false");
    }

    /// <summary>The connection string of one of these as others are given it: how they pool is theirs to say.</summary>
    public string ConnectionOf(string name) => cluster.ConnectionStringOf(NameOf(name));

    public string NameOf(string name) => $"{prefix}_{name}";

    // Not the stage's token: what it was ended in the middle of has to go too.
    public async ValueTask DisposeAsync()
    {
        _made.Reverse();
        foreach (var name in _made) await cluster.DropDatabaseAsync(name, CancellationToken.None);
    }
}
