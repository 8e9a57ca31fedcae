using System.Net;
using Slipway.Model.Problems;

namespace Slipway.Pipeline.Cache.Remote;

/// <summary>A server that speaks the HTTP protocol of Bazel's remote cache.</summary>
internal sealed record RemoteSettings
{
    /// <summary>Of the server, or of an instance below it; ends with a slash. Without credentials.</summary>
    public required Uri Address { get; init; }

    /// <summary>Sent as <c>Authorization: Bearer</c>.</summary>
    public Secret? Token { get; init; }

    /// <summary>Whether entries are put there, too.</summary>
    public bool Writes { get; init; }

    /// <summary>For one request, its content not counted.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>In bytes a second: content may take as long as it would at this speed, on top of <see cref="Limit"/>.</summary>
    public long SlowestRate { get; init; } = 1 << 20;

    /// <summary>After how many failures the remote is left alone for the rest of the run.</summary>
    public int Patience { get; init; } = 3;

    /// <summary>Requests at the same time.</summary>
    public int Width { get; init; } = 16;

    /// <exception cref="BadInputException">It is no address, or holds credentials, or would send a token in the clear.</exception>
    public static RemoteSettings Parse(string address, Secret? token, bool writes)
    {
        // None of these messages repeats the address: it may hold a password.
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw Wrong("SLIPWAY_REMOTE_CACHE is not an http or https address.", "Write https://HOST/ or https://HOST/INSTANCE/.");
        if (uri.UserInfo.Length > 0)
            throw Wrong("SLIPWAY_REMOTE_CACHE holds credentials, and an address ends up in logs.", "Take them out, and refer to a token with SLIPWAY_REMOTE_CACHE_TOKEN=env:NAME or file:PATH.");
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
            throw Wrong("SLIPWAY_REMOTE_CACHE has a query or a fragment, to which no path can be added.", "Write https://HOST/ or https://HOST/INSTANCE/.");
        if (token is not null && uri.Scheme == "http" && !(uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var ip) && IPAddress.IsLoopback(ip))))
            throw Wrong("SLIPWAY_REMOTE_CACHE_TOKEN would be sent over plain http, where everybody on the way reads it.", "Use https.");
        return new() { Address = new(uri.AbsoluteUri.TrimEnd('/') + "/"), Token = token, Writes = writes };
    }

    private static BadInputException Wrong(string message, string mend) => new(new Problem { Code = Codes.SettingWrong, Message = message, Mend = mend });
}
