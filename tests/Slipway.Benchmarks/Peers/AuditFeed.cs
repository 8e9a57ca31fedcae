using System.Net;
using System.Text;

namespace Slipway.Benchmarks.Peers;

/// <summary>
/// A stand-in for a registry's list of vulnerable packages, which knows of none: it speaks NuGet's protocol on the loopback, so that the
/// security stage is measured whole, and no registry with it.
/// </summary>
internal sealed class AuditFeed : IDisposable
{
    private const string Root = "http://127.0.0.1:38471/";

    private static readonly Dictionary<string, string> Documents = new()
    {
        ["/index.json"] = $$"""{"version":"3.0.0","resources":[{"@id":"{{Root}}vulnerabilities.json","@type":"VulnerabilityInfo/6.7.0"}]}""",
        ["/vulnerabilities.json"] = $$"""[{"@name":"all","@id":"{{Root}}all.json","@updated":"2026-01-01T00:00:00Z"}]""",
        ["/all.json"] = "{}",
    };

    private readonly HttpListener _listener = new();

    public AuditFeed()
    {
        _listener.Prefixes.Add(Root);
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>The same on every machine, because it is an input of every unit.</summary>
    public static string Address => Root + "index.json";

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            if (Documents.TryGetValue(context.Request.Url!.AbsolutePath, out var json)) context.Response.OutputStream.Write(Encoding.UTF8.GetBytes(json));
            else context.Response.StatusCode = (int)HttpStatusCode.NotFound;
            context.Response.Close();
        }
    }
}
