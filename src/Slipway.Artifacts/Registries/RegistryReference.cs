using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.RegularExpressions;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Registries;

/// <summary>
/// A repository in a registry, and what of it is meant: <c>registry.example.com/shop/services/catalog:1.4.0</c>, or <c>…@sha256:…</c>. Everything
/// goes over TLS; <c>http://</c> before it is allowed for a registry on this machine alone. A name without a registry is Docker Hub's.
/// </summary>
public sealed partial record RegistryReference
{
    private const string Hub = "registry-1.docker.io";

    private RegistryReference(string scheme, string host, string repository) => (Scheme, Host, Repository) = (scheme, host, repository);

    /// <summary>The registry's name, with its port if it has one.</summary>
    public string Host { get; }

    /// <summary>The path, lower case: <c>shop/services/catalog</c>.</summary>
    public string Repository { get; }

    public string? Tag { get; private init; }

    /// <summary>Of the manifest that is meant; comes before the tag.</summary>
    public Digest? Digest { get; private init; }

    /// <summary>What a manifest is asked for by: the digest, else the tag.</summary>
    public string? Wanted => Digest?.ToString() ?? Tag;

    internal string Scheme { get; }

    internal Uri Root => new($"{Scheme}://{Host}/");

    /// <exception cref="BadInputException">It is no reference.</exception>
    public static RegistryReference Parse(string text) => TryParse(text, out var reference)
        ? reference
        : throw new BadInputException(new Problem
        {
            Code = Codes.ReferenceUnreadable,
            Message = $"'{text}' names no place in a registry.",
            Mend = Mend(text),
        });

    private static string Mend(string text) => text switch
    {
        _ when text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) => "Leave https:// out: everything goes over TLS.",
        _ when text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && Grammar.IsMatch(text) =>
            "Leave http:// out: a registry on another machine is reached over TLS, or not at all.",
        _ => "Write registry/path, with :tag or @sha256:… behind it; all lower case, and http:// before it only for a registry on this machine.",
    };

    public static bool TryParse(string? text, [NotNullWhen(true)] out RegistryReference? reference)
    {
        reference = null;
        if (text is not { Length: < 1024 } || Grammar.Match(text) is not { Success: true } match) return false;
        var (scheme, host, path) = (match.Groups["scheme"].Success ? "http" : "https", match.Groups["host"].Value, match.Groups["path"].Value);
        if (!IsHost(host)) (host, path) = (Hub, host.Length > 0 ? $"{host}/{path}" : $"library/{path}");
        if (!Uri.TryCreate($"{scheme}://{host}/", UriKind.Absolute, out var root) || (scheme == "http" && !IsThisMachine(root))) return false;
        Digest? digest = null;
        if (match.Groups["digest"].Success)
        {
            if (!Model.Digest.TryParse(match.Groups["digest"].Value, out var parsed)) return false;
            digest = parsed;
        }
        reference = new(scheme, host, path) { Tag = match.Groups["tag"].Success ? match.Groups["tag"].Value : null, Digest = digest };
        return true;
    }

    /// <summary>A path below this one, with no tag.</summary>
    /// <exception cref="BadInputException">What comes of it is no reference.</exception>
    public RegistryReference Below(string path) => Parse($"{Prefix}{Host}/{Repository}/{path}");

    /// <exception cref="BadInputException">It cannot be a tag.</exception>
    public RegistryReference WithTag(string tag) => Parse($"{Prefix}{Host}/{Repository}:{tag}");

    public RegistryReference WithDigest(Digest digest) => this with { Digest = digest };

    public override string ToString() => $"{Host}/{Repository}{(Tag is null ? "" : ":" + Tag)}{(Digest is null ? "" : "@" + Digest)}";

    internal static bool IsThisMachine(Uri address) =>
        address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));

    private string Prefix => Scheme == "http" ? "http://" : "";

    // As Docker has it: what has a dot, a colon, or is localhost, is no first part of a path.
    private static bool IsHost(string text) => text.AsSpan().ContainsAny(".:") || text == "localhost";

    [GeneratedRegex(
        @"\A(?<scheme>http://)?((?<host>[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?|\[[0-9a-fA-F:]+\](:[0-9]{1,5})?)/)?(?<path>[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*)(:(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(@(?<digest>sha256:[0-9a-f]{64}))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Grammar { get; }
}
