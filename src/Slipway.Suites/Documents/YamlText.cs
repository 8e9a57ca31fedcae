using System.Globalization;
using System.Text.Json;
using Slipway.Machine.Yaml;

namespace Slipway.Suites.Documents;

/// <summary>Reads YAML into the same nodes as JSON.</summary>
internal static class YamlText
{
    /// <summary>The document, or null with the reason added to the problems.</summary>
    public static Node? Read(string text, string file, ProblemList problems)
    {
        var found = new YamlProblems();
        var root = YamlDocumentReader.ReadNode(file, text, found);
        problems.Add(found);
        if (root is not null) return Convert(root);
        if (found.Count == 0) problems.Add(Codes.Unreadable, file, 1, 1, "The file is empty.");
        return null;
    }

    private static Node Convert(YamlNode node) => node switch
    {
        YamlMap map => new()
        {
            Kind = NodeKind.Map,
            Line = map.Line,
            Column = map.Column,
            Members = [.. map.Entries.Select(entry => new Member(entry.Key.Text, entry.Key.Line, entry.Key.Column, Convert(entry.Value)))],
        },
        YamlList list => new() { Kind = NodeKind.List, Line = list.Line, Column = list.Column, Items = [.. list.Items.Select(Convert)] },
        _ => Node.Of(Resolve((YamlScalar)node), node.Line, node.Column),
    };

    // A number that JSON cannot say (.inf, 0x1F) stays a text, so that whoever wants a number tells that it is none.
    private static JsonElement Resolve(YamlScalar scalar) => scalar switch
    {
        { IsNull: true } => JsonSerializer.SerializeToElement<object?>(null),
        { IsBool: true } => JsonSerializer.SerializeToElement(char.ToLowerInvariant(scalar.Text[0]) == 't'),
        { IsNumber: true } when long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) =>
            JsonSerializer.SerializeToElement(whole),
        { IsNumber: true } when double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) =>
            JsonSerializer.SerializeToElement(number),
        _ => JsonSerializer.SerializeToElement(scalar.Text),
    };
}
