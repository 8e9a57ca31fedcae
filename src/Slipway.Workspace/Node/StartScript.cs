using System.Text.RegularExpressions;
using Slipway.Machine.Yaml;
using Slipway.Model.Units;

namespace Slipway.Workspace.Node;

/// <summary>What the script <c>start</c> of an app says of how its pages come about: by a server that the build left in <c>dist</c>, or else by files.</summary>
internal static partial class StartScript
{
    /// <summary>What may be written, in words, for messages.</summary>
    private const string Grammar = "node [--option[=value] …] dist/FILE, where FILE ends in .js, .mjs or .cjs";

    /// <returns>Null for a script that starts no server of <c>dist</c>; and, with a problem, for one that starts it in a way that an image has no shell for.</returns>
    public static NodeServer? Read(string text, YamlPlace place)
    {
        if (Server.Match(text.Trim()) is { Success: true } server && !server.Groups["file"].Value.Split('/').Any(part => part is "." or ".."))
        {
            return new()
            {
                Options = [.. server.Groups["option"].Captures.Select(option => option.Value)],
                File = $"dist/{server.Groups["file"].Value}",
                Line = place.Line,
                Column = place.Column,
            };
        }
        if (MeansServer.IsMatch(text))
        {
            place.Report(
                Codes.BadStartScript,
                $"'start' is '{text}', which starts a server of dist in a way that an image cannot: it has no shell, and no other folder.",
                $"write it as {Grammar}; what comes before it belongs into other scripts, and what the server is told into its settings");
        }
        return null;
    }

    [GeneratedRegex(@"\Anode(?: +(?<option>--[A-Za-z][A-Za-z0-9-]*(?:=[A-Za-z0-9_@%+=:,./-]+)?))* +(?:\./)?dist/(?<file>[A-Za-z0-9_@+.-]+(?:/[A-Za-z0-9_@+.-]+)*\.[mc]?js)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Server { get; }

    // The program's name, its options, and then what is the folder or lies in it.
    [GeneratedRegex(@"(?:^|[\s;&|(])node\s+(?:-\S+\s+)*[""']?(?:\./)?dist(?:[/""'\s]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex MeansServer { get; }
}
