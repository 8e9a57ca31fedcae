using System.Globalization;
using System.Text;

namespace Slipway.Machine.Processes;

/// <summary>A property on MSBuild's command line, where a path may hold what separates properties.</summary>
public static class MSBuildProperty
{
    private const string Special = "%*?@$();',\"";

    /// <returns><c>-p:NAME=VALUE</c>, with everything escaped that MSBuild would take for more than a character.</returns>
    public static string Argument(string name, string value) => $"-p:{name}={Escape(value)}";

    /// <summary>The value with everything escaped that MSBuild would take for more than a character.</summary>
    public static string Escape(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = new StringBuilder();
        foreach (var letter in value)
        {
            if (Special.Contains(letter, StringComparison.Ordinal)) text.Append(CultureInfo.InvariantCulture, $"%{(int)letter:X2}");
            else text.Append(letter);
        }
        return text.ToString();
    }
}
