using System.Net;
using System.Net.Sockets;

namespace Slipway.Artifacts.Tests.Registries;

/// <summary>A wire to a registry on loopback that breaks: each connection after some bytes, until none is left to break.</summary>
internal sealed class BreakingWire : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Queue<int> _limits;
    private readonly int _target;

    /// <param name="target">The registry's port.</param>
    /// <param name="limits">After how many bytes, of those that the client sends, each connection breaks; the ones after these hold.</param>
    public BreakingWire(int target, params int[] limits)
    {
        (_target, _limits) = (target, new(limits));
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections broke.</summary>
    public int Broken { get; private set; }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _ = CarryAsync(client, _limits.TryDequeue(out var limit) ? limit : int.MaxValue);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient client, int limit)
    {
        using var registry = new TcpClient();
        using (client)
        {
            try
            {
                await registry.ConnectAsync(IPAddress.Loopback, _target);
                _ = registry.GetStream().CopyToAsync(client.GetStream());
                var buffer = new byte[512];
                for (var left = limit; left > 0;)
                {
                    var count = await client.GetStream().ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, left)));
                    if (count == 0) return;
                    await registry.GetStream().WriteAsync(buffer.AsMemory(0, count));
                    left -= count;
                }
                Broken++;
            }
            catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException)
            {
                // One side hung up.
            }
        }
    }
}
