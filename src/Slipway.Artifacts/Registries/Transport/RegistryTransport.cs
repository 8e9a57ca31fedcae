using System.Net;
using System.Security.Authentication;
using System.Text;
using Slipway.Model;

namespace Slipway.Artifacts.Registries.Transport;

/// <summary>Sends requests to registries: with credentials where they are wanted, within limits, and again where that may help.</summary>
internal sealed class RegistryTransport : IDisposable
{
    private const int LargestText = 4 << 20;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private readonly HttpClient _http;
    private readonly Authorizer _authorizer;

    public RegistryTransport(RegistryOptions options)
    {
        Options = options;
        _http = new(options.Handler()) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("slipway");
        _authorizer = new(options, AskAsync);
    }

    public RegistryOptions Options { get; }

    /// <summary>Does something until it succeeds, until it cannot, or until it was tried often enough.</summary>
    public async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> act, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await act(cancellation);
            }
            catch (RegistryFault fault) when (fault.Retry && attempt < Options.Attempts)
            {
                var wait = fault.After ?? Options.FirstDelay * (1 << (attempt - 1));
                await Task.Delay(wait < LongestWait ? wait : LongestWait, Options.Clock, cancellation);
            }
            catch (RegistryFault fault)
            {
                throw fault.AsFailure(attempt);
            }
        }
    }

    /// <summary>Sends one request, answering a challenge once; the caller looks at the status.</summary>
    /// <param name="at">The repository; only its own registry is told who asks.</param>
    /// <param name="push">Whether the request changes something.</param>
    /// <param name="make">Makes the request, perhaps a second time.</param>
    /// <param name="patience">Is told of by the body, where there is one.</param>
    /// <param name="cancellation">The caller's own.</param>
    public async Task<HttpResponseMessage> SendAsync(
        RegistryReference at, bool push, Func<HttpRequestMessage> make, Patience patience, CancellationToken cancellation)
    {
        var scope = $"repository:{at.Repository}:{(push ? "pull,push" : "pull")}";
        for (var again = false; ; again = true)
        {
            using var request = make();
            var own = request.RequestUri!.Authority == at.Root.Authority && request.RequestUri.Scheme == at.Root.Scheme;
            if (!own && request.RequestUri.Scheme != "https" && !RegistryReference.IsThisMachine(request.RequestUri))
                throw Answered(at.Host, $"it sends to {request.RequestUri.Host}, and not over TLS");
            if (own) request.Headers.Authorization = _authorizer.Known(at.Host, scope);
            var response = await OnceAsync(at.Host, request, patience, cancellation);
            if (response.StatusCode is not HttpStatusCode.Unauthorized || !own || again) return response;
            var challenge = Challenge.Of(response.Headers);
            if (!await _authorizer.AnswerAsync(at.Host, scope, challenge, cancellation)) return response;
            response.Dispose();
        }
    }

    /// <summary>The body of a small answer.</summary>
    public static async Task<byte[]> ReadAsync(string host, HttpResponseMessage response, Patience patience, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await CopyAsync(host, response, body, LargestText, _ => { }, patience, cancellation);
        return body.ToArray();
    }

    /// <summary>Copies a body, up to a number of bytes.</summary>
    public static async Task CopyAsync(
        string host, HttpResponseMessage response, Stream target, long most, Action<long> moved, Patience patience, CancellationToken cancellation)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
            var buffer = new byte[128 * 1024];
            for (long read = 0; ;)
            {
                var count = await body.ReadAsync(buffer, patience.Token);
                if (count == 0) return;
                patience.Moved();
                read += count;
                if (read > most) throw Answered(host, $"it gave more than {most} bytes");
                await KeepAsync(host, target, buffer.AsMemory(0, count), cancellation);
                moved(read);
            }
        }
        catch (Exception error) when (Fault(host, error, patience, cancellation) is { } fault)
        {
            throw fault;
        }
    }

    // A disk that is full is no fault of the registry's.
    private static async Task KeepAsync(string host, Stream target, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            await target.WriteAsync(bytes, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw NotKept(host, error);
        }
    }

    /// <summary>An answer of a status that was not hoped for.</summary>
    public async Task<RegistryFault> UnexpectedAsync(string what, RegistryReference at, HttpResponseMessage response, CancellationToken cancellation)
    {
        var said = await SaidAsync(at.Host, response, cancellation);
        var status = (int)response.StatusCode;
        var (code, mend) = status switch
        {
            401 or 403 => (Codes.RegistryUnauthorized, $"Log in: docker login {at.Host}; and see that the account may do this."),
            404 => (Codes.NotInRegistry, "Check registry, path, and tag or digest."),
            408 or 429 or >= 500 => (Codes.RegistryRefused, "Try again later; what is there already is not sent again."),
            _ => (Codes.RegistryRefused, "See what the registry says; whoever runs it may know more."),
        };
        var after = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - Options.Clock.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
            _ => (TimeSpan?)null,
        };
        return new(new() { Code = code, Message = $"{what} failed: {at.Host} answered {status}{said}.", Mend = mend }, status is 408 or 429 or >= 500) { After = after };
    }

    public static RegistryFault Answered(string host, string what) => RegistryFault.Of(
        Codes.RegistryAnswer, $"The registry {host} cannot be understood: {what}.", "See that it is an OCI registry, and no proxy answers in its place.");

    public static RegistryFault Short(string host, Digest digest, long arrived, long size) => RegistryFault.Of(
        Codes.RegistryUnreachable, $"The registry {host} ended after {arrived} of the {size} bytes of {digest}.", "Try again; what arrived is kept.", retry: true);

    public static RegistryFault NotKept(string host, Exception error) => RegistryFault.Of(
        Codes.NotKept, $"What the registry {host} sends cannot be written here: {error.Message.TrimEnd('.')}.", "Make room on the disk, or pull into another folder; what arrived is kept.", inner: error);

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> OnceAsync(string host, HttpRequestMessage request, Patience patience, CancellationToken cancellation)
    {
        try
        {
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            patience.Moved();
            return response;
        }
        catch (Exception error) when (Fault(host, error, patience, cancellation) is { } fault)
        {
            throw fault;
        }
    }

    private async Task<(int Status, string Body)> AskAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var patience = new Patience(Options, 0, cancellation);
        using var response = await OnceAsync(request.RequestUri!.Host, request, patience, cancellation);
        return ((int)response.StatusCode, Encoding.UTF8.GetString(await ReadAsync(request.RequestUri.Host, response, patience, cancellation)));
    }

    private async Task<string> SaidAsync(string host, HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            using var patience = new Patience(Options, 0, cancellation);
            return RegistryErrors.Told(await ReadAsync(host, response, patience, cancellation));
        }
        catch (RegistryFault)
        {
            return "";
        }
    }

    // A registry for a trial mostly speaks without TLS, and what it answers then is no certificate.
    private static string TrustMend(string host) => "Let the machine trust the authority of its certificate; on Linux, SSL_CERT_FILE can name it."
        + (Uri.TryCreate($"https://{host}/", UriKind.Absolute, out var address) && RegistryReference.IsThisMachine(address) ? $" If it speaks without TLS, write http://{host}." : "");

    // Null for what is no fault of the registry's: a run that was stopped, or our own bug.
    private static RegistryFault? Fault(string host, Exception error, Patience patience, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return null;
        if (error is OperationCanceledException && patience.Token.IsCancellationRequested)
            return RegistryFault.Of(Codes.RegistryTooSlow, $"The registry {host} is too slow: nothing came for too long.", "Try again, or see what lies between.", retry: true, error);
        if (error is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: { } tls })
        {
            return RegistryFault.Of(
                Codes.RegistryUnreachable, $"The registry {host} cannot be trusted: {tls.Message}", TrustMend(host), retry: tls is not AuthenticationException, inner: error);
        }
        return error is HttpRequestException or IOException
            ? RegistryFault.Of(Codes.RegistryUnreachable, $"The registry {host} cannot be reached: {error.Message.TrimEnd('.')}.", "Check its name and the network; HTTPS_PROXY is looked at.", retry: true, error)
            : null;
    }
}
