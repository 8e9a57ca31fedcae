using System.Net;

namespace Slipway.Artifacts.Tests.Registries;

/// <summary>One request to the fake registry.</summary>
/// <param name="Context">The request and its answer.</param>
/// <param name="Number">Counted from 1.</param>
internal sealed record FakeCall(HttpListenerContext Context, int Number)
{
    public string Method => Context.Request.HttpMethod;

    public string Path => Context.Request.Url!.AbsolutePath;

    public bool Is(string method, string part) => Method == method && Path.Contains(part, StringComparison.Ordinal);

    public byte[] Body()
    {
        using var body = new MemoryStream();
        Context.Request.InputStream.CopyTo(body);
        return body.ToArray();
    }

    public void Reply(int status, byte[]? body = null)
    {
        Context.Response.StatusCode = status;
        Context.Response.ContentLength64 = body?.Length ?? 0;
        if (body is not null && Method != "HEAD") Context.Response.OutputStream.Write(body);
        Context.Response.Close();
    }

    public void ReplyRange(byte[] body)
    {
        var start = Context.Request.Headers["Range"] is { } range ? int.Parse(range["bytes=".Length..].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture) : 0;
        Context.Response.StatusCode = start > 0 ? 206 : 200;
        Context.Response.ContentLength64 = body.Length - start;
        if (Method != "HEAD") Context.Response.OutputStream.Write(body.AsSpan(start));
        Context.Response.Close();
    }

    /// <summary>Ends the connection in the middle of things.</summary>
    public void HangUp() => Context.Response.Abort();
}
