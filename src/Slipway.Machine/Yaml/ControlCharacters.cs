using System.Buffers;
using System.Globalization;

namespace Slipway.Machine.Yaml;

/// <summary>Finds characters that YAML forbids and its parser lets through: a zero would end names in other programs.</summary>
internal static class ControlCharacters
{
    private static readonly SearchValues<char> _forbidden =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code).Except("\t\n\r"), '\x7F', '\xFFFE', '\xFFFF']);

    /// <summary>Reports the first one; false when there is none.</summary>
    public static bool Report(string text, YamlPlace start)
    {
        var index = text.AsSpan().IndexOfAny(_forbidden);
        if (index < 0) return false;
        var before = text.AsSpan(0, index);
        var code = ((int)text[index]).ToString("X4", CultureInfo.InvariantCulture);
        (start with { Line = before.Count('\n') + 1, Column = index - before.LastIndexOf('\n') })
            .Report(YamlCodes.Syntax, $"This is not valid YAML: it holds the control character U+{code}.", "remove it, or save the file as text");
        return true;
    }
}
