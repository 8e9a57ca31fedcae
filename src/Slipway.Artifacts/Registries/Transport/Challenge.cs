using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Slipway.Artifacts.Registries.Transport;

/// <summary>How a registry wants to be told who asks: the <c>WWW-Authenticate</c> of a 401.</summary>
internal sealed partial record Challenge(bool IsBearer, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>The first one that can be met, a token before a password; null where there is none.</summary>
    public static Challenge? Of(HttpResponseHeaders headers)
    {
        var offered = headers.WwwAuthenticate.ToLookup(offer => offer.Scheme, StringComparer.OrdinalIgnoreCase);
        if (offered["Bearer"].FirstOrDefault() is { } bearer) return new(true, Read(bearer.Parameter));
        return offered["Basic"].FirstOrDefault() is { } basic ? new(false, Read(basic.Parameter)) : null;
    }

    private static Dictionary<string, string> Read(string? parameters)
    {
        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Parameter.Matches(parameters ?? "")) read[match.Groups["name"].Value] = match.Groups["value"].Value;
        return read;
    }

    [GeneratedRegex("""(?<name>[A-Za-z_]+)="(?<value>[^"]*)"|(?<name>[A-Za-z_]+)=(?<value>[^",\s]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter { get; }
}
