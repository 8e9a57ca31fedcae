using System.Globalization;
using System.Text;

namespace Slipway.Machine.Processes;

/// <summary>A property on MSBuild's command line, where a path may hold what separates properties.</summary>
public static class MSBuildProperty
{
    private const string Special = "%*?@$();',\"";

    /// <returns><c>-p:NAME=VALUE</c>, with everything escaped that MSBuild would take for more than a character.</returns>
    public static string Argument(string name, string value)
    {
        var text = new StringBuilder("-p:").Append(name).Append('=');
        foreach (var letter in value)
        {
            if (Special.Contains(letter, StringComparison.Ordinal)) text.Append(CultureInfo.InvariantCulture, $"%{(int)letter:X2}");
            else text.Append(letter);
        }
        return text.ToString();
    }
}
