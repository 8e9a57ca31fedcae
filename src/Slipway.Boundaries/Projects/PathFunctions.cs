using System.Text.RegularExpressions;

namespace Slipway.Boundaries.Projects;

/// <summary>What MSBuild makes of a path that is not written as one: its functions that join paths, and its escapes.</summary>
internal static partial class PathFunctions
{
    // Deeper than that nobody nests them by hand.
    private const int Deepest = 8;

    /// <summary>The text with every such call replaced by the path that it gives, properties already expanded.</summary>
    public static string Applied(string text)
    {
        for (var depth = 0; depth < Deepest && Call.IsMatch(text); depth++) text = Call.Replace(text, call => Joined(call.Groups["arguments"].Value) + (call.Groups["folder"].Success ? "/" : ""));
        return Escape.Replace(text, escape => ((char)Convert.ToByte(escape.Groups[1].Value, 16)).ToString());
    }

    private static string Joined(string arguments) => string.Join('/', arguments.Split(',').Select(argument => argument.Trim().Trim('\'', '"', '`')));

    [GeneratedRegex(@"\$\(\[(?:System\.IO\.Path|MSBuild)\]::(?:Combine|Join|GetFullPath|NormalizePath|(?<folder>NormalizeDirectory|EnsureTrailingSlash))\((?<arguments>[^()]*)\)\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Call { get; }

    [GeneratedRegex("%([0-7][0-9a-f])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Escape { get; }
}
