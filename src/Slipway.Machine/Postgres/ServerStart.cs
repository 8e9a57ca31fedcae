using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;

namespace Slipway.Machine.Postgres;

/// <summary>Starts a server on a free port of the loopback.</summary>
internal sealed class ServerStart(ClusterFolder folder)
{
    private const int Attempts = 5;
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(30);

    // A throwaway cluster needs to survive nothing, so that nothing needs to reach the disk.
    private static readonly string[] _settings =
    [
        "fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0",
        "max_connections=200", "listen_addresses=127.0.0.1", "unix_socket_directories=", "lc_messages=C", "timezone=UTC",
    ];

    public async Task<(ChildProcess Server, int Port)> RunAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var server = Start(port);
            try
            {
                await server.WaitForLineAsync(
                    line => line.Contains("ready to accept connections", StringComparison.Ordinal), _limit, cancellationToken).ConfigureAwait(false);
                return (server, port);
            }
            catch (KnownFailureException) when (attempt < Attempts && PortWasTaken(server))
            {
                await server.DisposeAsync().ConfigureAwait(false);
            }
            catch (KnownFailureException failure)
            {
                await server.DisposeAsync().ConfigureAwait(false);
                throw NotStarted(failure);
            }
            catch
            {
                await server.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    private ChildProcess Start(int port)
    {
        var settings = _settings.Append(string.Create(CultureInfo.InvariantCulture, $"port={port}")).SelectMany(setting => new[] { "-c", setting });
        return ChildProcess.Start(folder.Command(folder.Binaries.Postgres, ["-D", folder.Data, .. settings]), Signals.Interrupt);
    }

    // Between our look at the port and PostgreSQL's, somebody else may take it.
    private static bool PortWasTaken(ChildProcess server) => server.Tail.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static KnownFailureException NotStarted(KnownFailureException failure) => new(
        new Problem
        {
            Code = Codes.PostgresFailed,
            Message = $"The throwaway PostgreSQL did not start: {failure.Problems[0].Message}",
            Mend = $"set {PostgresProvider.Variable} to a server that runs, or mend what its last output says",
        },
        failure);
}
