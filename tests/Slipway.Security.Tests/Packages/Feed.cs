using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Slipway.Security.Tests.Packages;

/// <summary>A package feed on the loopback that answers with the documents it was given, and 404 otherwise.</summary>
internal sealed class Feed : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, string> _documents = [];

    /// <param name="port">Where it listens; by default wherever nobody does.</param>
    public Feed(int? port = null)
    {
        Address = $"http://127.0.0.1:{port ?? FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    /// <param name="path">Such as <c>/index.json</c>.</param>
    /// <param name="json">The answer; <c>~</c> stands for the feed's address.</param>
    public Feed Serving(string path, string json)
    {
        _documents[path] = json.Replace("~", Address, StringComparison.Ordinal);
        return this;
    }

    /// <summary>A feed that has packages and says nothing about them.</summary>
    public Feed WithoutData() => Serving("/index.json", """{"version":"3.0.0","resources":[{"@id":"~/flat/","@type":"PackageBaseAddress/3.0.0"}]}""");

    public Feed WithData(string vulnerabilities, string registration) => Serving("/index.json", """
            {"version":"3.0.0","resources":[
              {"@id":"~/vulnerabilities/index.json","@type":"VulnerabilityInfo/6.7.0"},
              {"@id":"~/registration/","@type":"RegistrationsBaseUrl/3.6.0"}]}
            """)
        .Serving("/vulnerabilities/index.json", """[{"@name":"base","@id":"~/vulnerabilities/base.json","@updated":"2026-01-01T00:00:00Z"}]""")
        .Serving("/vulnerabilities/base.json", vulnerabilities)
        .Serving("/registration/shaky.core/index.json", registration);

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception problem) when (problem is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            if (_documents.TryGetValue(context.Request.Url!.AbsolutePath, out var json)) context.Response.OutputStream.Write(Encoding.UTF8.GetBytes(json));
            else context.Response.StatusCode = 404;
            context.Response.Close();
        }
    }
}
