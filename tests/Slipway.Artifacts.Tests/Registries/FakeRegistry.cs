using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Slipway.Artifacts.Registries;
using Slipway.Model;

namespace Slipway.Artifacts.Tests.Registries;

/// <summary>A fake: a registry in memory, on loopback, that goes wrong where it is told to. What a real one does is tested against Debian's.</summary>
internal sealed class FakeRegistry : IDisposable
{
    private readonly HttpListener _listener;
    private readonly ConcurrentDictionary<string, byte[]> _uploads = new();
    private readonly Lock _lock = new();
    private int _calls;

    public FakeRegistry()
    {
        _listener = LoopbackListener.Start(out var port);
        Port = port;
        _ = ServeAsync();
    }

    public int Port { get; }

    /// <summary>Asked first of every call; true where it has answered, or hung up, by itself.</summary>
    public Func<FakeCall, bool> Fault { get; set; } = _ => false;

    public bool HasReferrersApi { get; init; }

    /// <summary>How often a token is good; null where none is wanted.</summary>
    public int? TokenUses { get; init; }

    public ConcurrentDictionary<string, byte[]> Blobs { get; } = new();

    public ConcurrentDictionary<string, (string Type, byte[] Bytes)> Manifests { get; } = new();

    public ConcurrentQueue<string> Log { get; } = new();

    public ConcurrentDictionary<string, int> Tokens { get; } = new();

    public RegistryReference Reference(string tag = "1.0.0") => RegistryReference.Parse($"http://127.0.0.1:{Port}/shop/catalog:{tag}");

    public string[] Tags => [.. Manifests.Keys.Where(name => !name.StartsWith("sha256:", StringComparison.Ordinal) && !name.StartsWith("sha256-", StringComparison.Ordinal))];

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => Answer(context));
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        try
        {
            var call = new FakeCall(context, Interlocked.Increment(ref _calls));
            Log.Enqueue($"{call.Method} {call.Path}");
            if (Fault(call)) return;
            if (TokenUses is { } uses && !IsAllowed(call, uses)) return;
            Serve(call);
        }
        catch (Exception error) when (error is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The client went away.
        }
    }

    private bool IsAllowed(FakeCall call, int uses)
    {
        if (call.Path == "/token")
        {
            var token = $"token-{Guid.NewGuid():N}";
            Tokens[token] = uses;
            call.Reply(200, Encoding.UTF8.GetBytes($$"""{"token":"{{token}}"}"""));
            return false;
        }
        var given = call.Context.Request.Headers["Authorization"]?.Replace("Bearer ", "", StringComparison.Ordinal);
        if (given is not null && Tokens.AddOrUpdate(given, -1, (_, left) => left - 1) >= 0) return true;
        call.Context.Response.AddHeader("WWW-Authenticate", $"Bearer realm=\"http://127.0.0.1:{Port}/token\",service=\"fake\",scope=\"repository:shop/catalog:pull,push\"");
        call.Reply(401);
        return false;
    }

    private void Serve(FakeCall call)
    {
        string[] parts = call.Path.Split('/');
        var (last, response) = (parts[^1], call.Context.Response);
        switch (call.Method, parts[^2])
        {
            case ("POST", _) when call.Path.EndsWith("/blobs/uploads/", StringComparison.Ordinal):
                var id = Guid.NewGuid().ToString("N");
                _uploads[id] = [];
                response.AddHeader("Location", $"/v2/shop/catalog/blobs/uploads/{id}?state=1");
                call.Reply(202);
                break;
            case ("PATCH", "uploads") when _uploads.TryGetValue(last, out var before):
                Append(call, last, before, call.Body());
                break;
            case ("GET", "uploads") when _uploads.TryGetValue(last, out var upload):
                response.AddHeader("Range", $"0-{Math.Max(0, upload.Length - 1)}");
                call.Reply(204);
                break;
            case ("PUT", "uploads") when _uploads.TryRemove(last, out var whole):
                var digest = Digest.Of(whole).ToString();
                if (digest == call.Context.Request.QueryString["digest"]) Blobs[digest] = whole;
                response.AddHeader("Docker-Content-Digest", digest);
                call.Reply(digest == call.Context.Request.QueryString["digest"] ? 201 : 400);
                break;
            case ("HEAD" or "GET", "blobs") when Blobs.TryGetValue(last, out var blob):
                call.ReplyRange(blob);
                break;
            case ("PUT", "manifests"):
                Put(call, last, call.Body());
                break;
            case ("GET", "manifests") when Manifests.TryGetValue(last, out var manifest):
                response.ContentType = manifest.Type;
                response.AddHeader("Docker-Content-Digest", Digest.Of(manifest.Bytes).ToString());
                call.Reply(200, manifest.Bytes);
                break;
            case ("GET", "referrers") when HasReferrersApi:
                response.ContentType = "application/vnd.oci.image.index.v1+json";
                call.Reply(200, Encoding.UTF8.GetBytes(new JsonObject { ["schemaVersion"] = 2, ["manifests"] = new JsonArray([.. Referrers(last)]) }.ToJsonString()));
                break;
            default:
                call.Reply(404);
                break;
        }
    }

    /// <summary>What a PATCH does; a fault may call it with less than was sent.</summary>
    public void Append(FakeCall call, string id, byte[] before, byte[] more)
    {
        if (call.Context.Request.Headers["Content-Range"]!.Split('-')[0] != $"{before.Length}")
        {
            call.Reply(416);
            return;
        }
        _uploads[id] = [.. before, .. more];
        call.Context.Response.AddHeader("Range", $"0-{Math.Max(0, before.Length + more.Length - 1)}");
        call.Context.Response.AddHeader("Location", $"/v2/shop/catalog/blobs/uploads/{id}?state=2");
        call.Reply(202);
    }

    /// <summary>What an upload has so far.</summary>
    public byte[] Upload(string id) => _uploads[id];

    public void Keep(string id, byte[] bytes) => _uploads[id] = bytes;

    private void Put(FakeCall call, string name, byte[] bytes)
    {
        var json = JsonNode.Parse(bytes)!.AsObject();
        var named = (json["layers"]?.AsArray() ?? []).Append(json["config"]).OfType<JsonObject>().Select(blob => blob["digest"]!.GetValue<string>());
        var children = (json["manifests"]?.AsArray() ?? []).OfType<JsonObject>().Select(child => child["digest"]!.GetValue<string>());
        if (named.Any(digest => !Blobs.ContainsKey(digest)) || children.Any(digest => !Manifests.ContainsKey(digest)))
        {
            call.Reply(400, """{"errors":[{"code":"MANIFEST_BLOB_UNKNOWN","message":"blob unknown to registry"}]}"""u8.ToArray());
            return;
        }
        var digest = Digest.Of(bytes).ToString();
        lock (_lock) Manifests[name] = Manifests[digest] = (call.Context.Request.ContentType!, bytes);
        if (HasReferrersApi && json["subject"] is { } subject) call.Context.Response.AddHeader("OCI-Subject", subject["digest"]!.GetValue<string>());
        call.Context.Response.AddHeader("Docker-Content-Digest", digest);
        call.Reply(201);
    }

    private IEnumerable<JsonNode> Referrers(string subject) =>
        from manifest in Manifests
        where manifest.Key.StartsWith("sha256:", StringComparison.Ordinal)
        let json = JsonNode.Parse(manifest.Value.Bytes)!
        where json["subject"]?["digest"]?.GetValue<string>() == subject
        select new JsonObject { ["mediaType"] = manifest.Value.Type, ["digest"] = manifest.Key, ["size"] = manifest.Value.Bytes.Length };
}
