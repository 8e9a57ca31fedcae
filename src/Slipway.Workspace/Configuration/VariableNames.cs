using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Machine.Yaml;

namespace Slipway.Workspace.Configuration;

/// <summary>Reads the key <c>variables</c>: the names of environment variables whose values are inputs.</summary>
internal static partial class VariableNames
{
    public static ImmutableArray<string> Read(YamlMap map) =>
        [.. map.TextList("variables").Where(IsName).Select(item => item.Text).Distinct(StringComparer.Ordinal)];

    private static bool IsName(YamlScalar item)
    {
        if (Name.IsMatch(item.Text)) return true;
        item.Report(
            YamlCodes.NotAllowed,
            $"'{item.Text}' cannot be the name of an environment variable.",
            "write the name alone, in letters, digits and underscores; its value comes from the environment");
        return false;
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name { get; }
}
