using System.Net;
using System.Net.Sockets;
using Cake.Core;
using Cake.Docker;
using Slipway.Model.Units;

namespace Slipway.Frosting.Smoke;

/// <summary>
/// How a service in a container is reached: by a port that the engine publishes on the loopback address, or, where the engine has no bridge
/// to publish from (in a build container, say), on the machine's own network, bound to the loopback address there.
/// </summary>
internal sealed class ServiceNetwork
{
    private const int Port = 8080;
    private const string Loopback = "127.0.0.1";
    private readonly ICakeContext _context;
    private readonly int? _hostPort;

    private ServiceNetwork(ICakeContext context, int? hostPort) => (_context, _hostPort) = (context, hostPort);

    /// <summary>For <c>docker run --network</c>; null is the engine's default.</summary>
    public string? Name => _hostPort is null ? null : "host";

    public IEnumerable<string> Publish => _hostPort is null ? [$"127.0.0.1::{Port}"] : [];

    /// <summary>What tells a service where to listen, inside: <c>NAME=value</c>, as .NET or as servers of Node read it.</summary>
    public IEnumerable<string> Listening(Toolchain toolchain) => toolchain is Toolchain.Node
        ? [$"PORT={_hostPort ?? Port}", $"HOST={(_hostPort is null ? "0.0.0.0" : Loopback)}", $"HOSTNAME={(_hostPort is null ? "0.0.0.0" : Loopback)}"]
        : [$"ASPNETCORE_URLS=http://{(_hostPort is null ? "+" : Loopback)}:{_hostPort ?? Port}"];

    public static ServiceNetwork Of(ICakeContext context)
    {
        var hasBridge = context.DockerCustomCommand("network ls --quiet --filter name=^bridge$").Any(line => !string.IsNullOrWhiteSpace(line));
        return new(context, hasBridge ? null : FreePort());
    }

    /// <summary>Where the container is reached from here, or null as long as the engine does not say.</summary>
    public Uri? AddressOf(string container)
    {
        if (_hostPort is { } port) return new($"http://{Loopback}:{port}");
        var said = _context.DockerCustomCommand($"port {container} {Port}").FirstOrDefault()?.Trim();
        return string.IsNullOrEmpty(said) ? null : new($"http://{said}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
