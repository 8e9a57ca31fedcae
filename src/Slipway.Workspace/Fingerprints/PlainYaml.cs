using System.Text;
using Slipway.Machine.Yaml;

namespace Slipway.Workspace.Fingerprints;

/// <summary>What a YAML file says, whatever its layout, its comments and the order of its keys.</summary>
internal static class PlainYaml
{
    /// <summary>Null where the file is not YAML; what is wrong with it has been said where it was read for its meaning.</summary>
    public static YamlMap? Read(string text) => YamlDocumentReader.Read("", text, new YamlProblems());

    public static string Of(YamlNode node) => Append(new StringBuilder(), node).ToString();

    private static StringBuilder Append(StringBuilder text, YamlNode node) => node switch
    {
        YamlMap map => Sequence(text, '{', map.Entries.OrderBy(entry => entry.Key.Text, StringComparer.Ordinal),
            entry => Append(Append(text, entry.Key).Append(": "), entry.Value), '}'),
        YamlList list => Sequence(text, '[', list.Items, item => Append(text, item), ']'),
        YamlScalar { IsString: true } scalar => text.Append('\'').Append(scalar.Text.Replace("'", "''", StringComparison.Ordinal)).Append('\''),
        YamlScalar scalar => text.Append(scalar.Text),
        _ => text,
    };

    private static StringBuilder Sequence<T>(StringBuilder text, char begin, IEnumerable<T> items, Action<T> append, char end)
    {
        text.Append(begin);
        var first = true;
        foreach (var item in items)
        {
            if (!first) text.Append(", ");
            first = false;
            append(item);
        }
        return text.Append(end);
    }
}
