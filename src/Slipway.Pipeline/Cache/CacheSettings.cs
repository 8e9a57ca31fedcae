using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Model.Problems;
using Slipway.Pipeline.Cache.Remote;

namespace Slipway.Pipeline.Cache;

/// <summary>Where the cache lies and how large it may grow.</summary>
internal sealed partial record CacheSettings
{
    /// <summary>Of the local store, absolute: <see cref="CachePaths"/>.</summary>
    public required string Folder { get; init; }

    /// <summary>In bytes, of the local store. <c>SLIPWAY_CACHE_SIZE</c>; 10 GiB by default.</summary>
    public long Size { get; init; } = 10L << 30;

    /// <summary><c>SLIPWAY_REMOTE_CACHE</c>, with <c>_TOKEN</c> (a reference to a secret) and <c>_MODE</c> (<c>read</c>, the default, or <c>read-write</c>).</summary>
    public RemoteSettings? Remote { get; init; }

    /// <param name="variable">Looks up an environment variable.</param>
    /// <exception cref="BadInputException">A setting is wrong.</exception>
    public static CacheSettings Read(Func<string, string?> variable)
    {
        string? Given(string name) => variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

        var settings = new CacheSettings
        {
            Folder = CachePaths.Read(variable).Root,
            Remote = Given("SLIPWAY_REMOTE_CACHE") is { } address ? RemoteOf(address, Given, variable) : null,
        };
        return Given("SLIPWAY_CACHE_SIZE") is { } size ? settings with { Size = ParseSize(size) } : settings;
    }

    private static RemoteSettings RemoteOf(string address, Func<string, string?> given, Func<string, string?> variable)
    {
        const string Token = "SLIPWAY_REMOTE_CACHE_TOKEN";
        var token = given(Token) is { } reference ? Secret.Read(reference, Token, variable) : null;
        return RemoteSettings.Parse(address, token, given("SLIPWAY_REMOTE_CACHE_MODE") switch
        {
            null or "read" => false,
            "read-write" => true,
            var other => throw Wrong($"SLIPWAY_REMOTE_CACHE_MODE is '{other}'.", "Write read or read-write."),
        });
    }

    private static long ParseSize(string text)
    {
        var match = SizePattern.Match(text);
        var power = match.Groups["unit"].Value.ToUpperInvariant() switch { "K" => 10, "M" => 20, "G" => 30, "T" => 40, _ => 0 };
        return match.Success && long.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out var number) && number <= long.MaxValue >> power
            ? number << power
            : throw Wrong($"SLIPWAY_CACHE_SIZE is '{text}', which is no size.", "Write a whole number of bytes, or with KiB, MiB, GiB or TiB: 10GiB.");
    }

    private static BadInputException Wrong(string message, string mend) => new(new Problem { Code = Codes.SettingWrong, Message = message, Mend = mend });

    [GeneratedRegex(@"\A(?<number>[0-9]+)\s*(?:(?<unit>[KMGT])(?:iB)?|B)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SizePattern { get; }
}
