using System.Net;

namespace Slipway.Artifacts.Tests;

/// <summary>A server of HTTP on a port of the loopback address that nobody else has.</summary>
internal static class LoopbackListener
{
    public static HttpListener Start(out int port)
    {
        for (var attempt = 0; ; attempt++)
        {
            port = Random.Shared.Next(20_000, 60_000);
            // A new one each time: one that could not start is closed for good.
            var listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
            try
            {
                listener.Start();
                return listener;
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                // Somebody else has the port.
            }
        }
    }
}
