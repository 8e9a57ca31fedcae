using System.Collections.Concurrent;
using System.Net;
using System.Text;
using NuGet.Packaging;

namespace Slipway.Artifacts.Tests.Feeds;

/// <summary>A fake: as much of a NuGet v3 feed, over HTTP on loopback, as pushing and asking for packages takes.</summary>
internal sealed class FakeFeed : IDisposable
{
    public const string Key = "a key";
    private readonly HttpListener _listener;

    public FakeFeed()
    {
        _listener = LoopbackListener.Start(out var port);
        Address = $"http://127.0.0.1:{port}/";
        _ = ServeAsync();
    }

    public string Address { get; }

    public string Index => Address + "index.json";

    /// <summary>By identifier and version, lower case.</summary>
    public ConcurrentDictionary<(string Id, string Version), byte[]> Packages { get; } = new();

    /// <summary>How many pushes are answered with 503 first.</summary>
    public int Failures { get; set; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                var (status, body) = Answer(context.Request);
                context.Response.StatusCode = status;
                context.Response.OutputStream.Write(body);
                context.Response.Close();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private (int Status, byte[] Body) Answer(HttpListenerRequest request)
    {
        string[] path = request.Url!.AbsolutePath.Trim('/').Split('/');
        return (request.HttpMethod, path) switch
        {
            ("GET", ["index.json"]) => (200, Text($$"""{"version":"3.0.0","resources":[{"@id":"{{Address}}publish","@type":"PackagePublish/2.0.0"},{"@id":"{{Address}}flat/","@type":"PackageBaseAddress/3.0.0"}]}""")),
            ("GET", ["flat", var id, "index.json"]) when Packages.Keys.Any(key => key.Id == id) =>
                (200, Text($$"""{"versions":[{{string.Join(',', Packages.Keys.Where(key => key.Id == id).Select(key => $"\"{key.Version}\""))}}]}""")),
            ("GET", ["flat", var id, var version, _]) when Packages.TryGetValue((id, version), out var package) => (200, package),
            ("PUT", ["publish"]) => Push(request),
            _ => (404, []),
        };
    }

    private (int Status, byte[] Body) Push(HttpListenerRequest request)
    {
        using var body = new MemoryStream();
        request.InputStream.CopyTo(body);
        if (Failures-- > 0) return (503, []);
        if (request.Headers["X-NuGet-ApiKey"] != Key) return (403, []);
        var bytes = body.ToArray();
        // One part of a multipart body: from the first local header of the archive on.
        var start = bytes.AsSpan().IndexOf("PK\u0003\u0004"u8);
        var end = bytes.AsSpan().LastIndexOf("\r\n--"u8);
        var package = bytes[start..end];
        using var reader = new PackageArchiveReader(new MemoryStream(package));
        var identity = reader.GetIdentity();
        return Packages.TryAdd((identity.Id.ToLowerInvariant(), identity.Version.ToNormalizedString().ToLowerInvariant()), package) ? (201, []) : (409, []);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
