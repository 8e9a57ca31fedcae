using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Slipway.Compatibility.OpenApi;

/// <summary>A path with places that vary.</summary>
/// <param name="Key">The path without the names of those places: what it matches.</param>
/// <param name="Names">Their names, in order.</param>
internal sealed partial record Route(string Key, ImmutableArray<string> Names)
{
    public static Route Of(string path) => new(Braces.Replace(path, "{}"), [.. Braces.Matches(path).Select(match => match.Groups[1].Value)]);

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braces { get; }
}
