using System.Text.RegularExpressions;
using Slipway.Machine.Yaml;

namespace Slipway.Artifacts.Trust;

/// <summary>The lines of a well-formed <c>trust.yaml</c>, found by what YAML says of them, changed as text.</summary>
internal sealed partial class TrustText
{
    private readonly List<string> _lines;
    private readonly string _end;
    private readonly YamlMap _map;
    private readonly YamlMap[] _items;

    public TrustText(string text)
    {
        _end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        _lines = [.. text.Split('\n').Select(line => line.TrimEnd('\r'))];
        _map = YamlDocumentReader.Read(TrustFile.FileName, text, [])!;
        _items = [.. _map.Maps("keys")];
    }

    /// <summary>What stands before the dash of an item; null where items have no line of their own.</summary>
    public string? Indent => ItemStart().Match(_lines[_items[^1].Line - 1]) is { Success: true } start ? start.Groups["indent"].Value : null;

    /// <summary>Puts lines behind the last item, before whatever follows the list.</summary>
    public void Append(string entry)
    {
        var next = _map.Entries.Select(other => other.Key.Line).Where(line => line > _items[^1].Line).DefaultIfEmpty(_lines.Count + 1).Min();
        var at = next - 1;
        while (at > _items[^1].Line && IsBetween(_lines[at - 1])) at--;
        _lines.InsertRange(at, entry.TrimEnd('\n').Split('\n'));
        if (at + entry.Count(letter => letter == '\n') == _lines.Count) _lines.Add("");
    }

    /// <summary>Sets one key of an item, in its line or in a new one below the item's first; false where it has no such lines.</summary>
    public bool Set(string id, string name, string value)
    {
        var item = _items.First(item => item["id"] is YamlScalar text && text.Text == id);
        var entry = item.Entries.FirstOrDefault(entry => entry.Key.Text == name);
        if (entry is null)
        {
            var first = item.Entries[0];
            if (first.Value is not YamlScalar || first.Value.Line != first.Key.Line || !ItemStart().IsMatch(_lines[item.Line - 1])) return false;
            _lines.Insert(first.Key.Line, $"{new string(' ', first.Key.Column - 1)}{name}: {value}");
            return true;
        }
        var line = Entry().Match(_lines[entry.Key.Line - 1]);
        if (!line.Success || line.Groups["name"].Value != name) return false;
        _lines[entry.Key.Line - 1] = $"{line.Groups["before"].Value}{name}: {value}{line.Groups["comment"].Value}";
        return true;
    }

    public override string ToString() => string.Join(_end, _lines);

    // An empty line, or a comment at the margin: it belongs to what follows.
    private static bool IsBetween(string line) => line.Length == 0 || line[0] == '#' || string.IsNullOrWhiteSpace(line);

    [GeneratedRegex(@"\A(?<indent> *)- +\w", RegexOptions.CultureInvariant)]
    private static partial Regex ItemStart();

    [GeneratedRegex(@"\A(?<before> *(- +)?)(?<name>\w+):\s[^#]*?(?<comment>\s+#.*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();
}
