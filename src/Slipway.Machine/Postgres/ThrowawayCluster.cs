using Npgsql;
using Slipway.Machine.Processes;

namespace Slipway.Machine.Postgres;

/// <summary>A server of our own in a temporary folder, which dies with us whatever happens.</summary>
internal sealed class ThrowawayCluster : PostgresCluster
{
    private readonly ClusterFolder _folder;
    private readonly ChildProcess _server;

    private ThrowawayCluster(ClusterFolder folder, ChildProcess server, string connectionString)
        : base(connectionString) => (_folder, _server) = (folder, server);

    public static async Task<ThrowawayCluster> StartAsync(PostgresBinaries binaries, IProcessRunner runner, CancellationToken cancellationToken)
    {
        var folder = await ClusterFolder.CreateAsync(binaries, runner, cancellationToken).ConfigureAwait(false);
        try
        {
            var (server, port) = await new ServerStart(folder).RunAsync(cancellationToken).ConfigureAwait(false);
            var connection = new NpgsqlConnectionStringBuilder
            {
                Host = "127.0.0.1",
                Port = port,
                Username = ClusterFolder.User,
                Password = folder.Password,
                Database = "postgres",
            };
            return new(folder, server, connection.ConnectionString);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        // Connections that this process keeps in pools lead nowhere now; the port may soon be somebody else's.
        NpgsqlConnection.ClearAllPools();
        _folder.Dispose();
    }
}
