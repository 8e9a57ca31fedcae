using System.Text.RegularExpressions;

namespace Slipway.Analyzers.Units;

/// <summary>Where units lie when no map says otherwise: <c>services|apps|packages/name/</c> below the platform's root.</summary>
internal static class Convention
{
    private static readonly Regex Place =
        new("^(?<unit>(services|apps|packages)/[a-z][a-z0-9._-]{0,62})/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Anywhere =
        new(@"(^|[/\\])(?<kind>services|apps)[/\\](?<name>[a-z][a-z0-9._-]{0,62})([/\\]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <param name="relative">From the platform's root, with forward slashes.</param>
    public static UnitIdentity? UnitAt(string relative) => UnitIdentity.From(Place.Match(relative).Groups["unit"].Value.ToLowerInvariant());

    /// <summary>The service or app that a path leads into, wherever it starts: <c>../../services/billing/lib.so</c>.</summary>
    public static UnitIdentity? UnitNamedIn(string path) => Anywhere.Match(path) is { Success: true } match
        ? UnitIdentity.From($"{match.Groups["kind"].Value}/{match.Groups["name"].Value}".ToLowerInvariant())
        : null;
}
