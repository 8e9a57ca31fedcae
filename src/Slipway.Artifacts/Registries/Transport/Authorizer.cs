using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Slipway.Artifacts.Registries.Credentials;

namespace Slipway.Artifacts.Registries.Transport;

/// <summary>Answers a registry's challenges, and remembers what it answered until the registry no longer takes it.</summary>
internal sealed class Authorizer(RegistryOptions options, Func<HttpRequestMessage, CancellationToken, Task<(int Status, string Body)>> ask)
{
    private readonly ConcurrentDictionary<(string Host, string Scope), AuthenticationHeaderValue> _known = new();

    public AuthenticationHeaderValue? Known(string host, string scope) => _known.GetValueOrDefault((host, scope));

    /// <summary>False where there is nothing to answer with.</summary>
    public async Task<bool> AnswerAsync(string host, string scope, Challenge? challenge, CancellationToken cancellation)
    {
        if (challenge is null) return false;
        var credential = await options.Credentials(host, cancellation);
        var answer = challenge.IsBearer ? await TokenAsync(host, scope, challenge, credential, cancellation) : Basic(credential);
        if (answer is null) return false;
        var before = _known.GetValueOrDefault((host, scope));
        _known[(host, scope)] = answer;
        // A password that was refused is refused again; a token is another one each time.
        return challenge.IsBearer || before?.Parameter != answer.Parameter;
    }

    private static AuthenticationHeaderValue? Basic(RegistryCredential? credential) => credential is RegistryCredential.UserPassword(var user, var password)
        ? new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")))
        : null;

    private async Task<AuthenticationHeaderValue?> TokenAsync(
        string host, string scope, Challenge challenge, RegistryCredential? credential, CancellationToken cancellation)
    {
        if (!challenge.Parameters.TryGetValue("realm", out var realm) || !Uri.TryCreate(realm, UriKind.Absolute, out var address) || !IsSafe(address))
            throw Refused(host, $"it sends to '{realm}' for a token, which is no https address");
        var service = challenge.Parameters.GetValueOrDefault("service");
        using var request = Request(address, service, challenge.Parameters.GetValueOrDefault("scope") ?? scope, credential);
        var (status, body) = await ask(request, cancellation);
        if (status is 400 or 401 or 403 or 404) return null;
        if (status is not 200) throw Refused(host, $"{address.Host} gave no token, but status {status}", retry: status is 408 or 429 or >= 500);
        return new("Bearer", TokenIn(host, body));
    }

    private static HttpRequestMessage Request(Uri realm, string? service, string scope, RegistryCredential? credential)
    {
        Dictionary<string, string> values = new() { ["scope"] = scope };
        if (service is not null) values["service"] = service;
        if (credential is RegistryCredential.IdentityToken(var token))
        {
            values["grant_type"] = "refresh_token";
            values["client_id"] = "slipway";
            values["refresh_token"] = token;
            return new(HttpMethod.Post, realm) { Content = new FormUrlEncodedContent(values) };
        }
        var query = string.Join('&', values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={Uri.EscapeDataString(value.Value)}"));
        var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(realm) { Query = realm.Query.TrimStart('?') is { Length: > 0 } before ? $"{before}&{query}" : query }.Uri);
        request.Headers.Authorization = Basic(credential);
        return request;
    }

    private static string TokenIn(string host, string body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            foreach (var name in (string[])["token", "access_token"])
            {
                if (answer.RootElement.TryGetProperty(name, out var token) && token.GetString() is { Length: > 0 } text && text.All(letter => letter is > ' ' and < '\x7f'))
                    return text;
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Said below.
        }
        throw Refused(host, "its token service answered without a token");
    }

    private static bool IsSafe(Uri address) => address.Scheme == "https" || (address.Scheme == "http" && RegistryReference.IsThisMachine(address));

    private static RegistryFault Refused(string host, string why, bool retry = false) => RegistryFault.Of(
        Codes.RegistryUnauthorized, $"The registry {host} could not be told who asks: {why}.", "Ask whoever runs the registry.", retry);
}
