using System.Text.Json;
using Slipway.Model.Problems;

namespace Slipway.Suites.Documents;

/// <summary>Reads the keys of one map strictly: unknown and repeated keys, wrong shapes and missing values are all told.</summary>
internal sealed class Fields
{
    private readonly ProblemList _problems;
    private readonly string _what;

    /// <param name="node">The map.</param>
    /// <param name="what">What it is, for messages: <c>the suite</c>.</param>
    /// <param name="file">What messages call the file.</param>
    /// <param name="problems">Where faults go.</param>
    /// <param name="known">Every key that there is; none means that any is allowed.</param>
    public Fields(Node node, string what, string file, ProblemList problems, params string[] known)
    {
        (Node, _what, File, _problems) = (node, what, file, problems);
        if (node.Kind is not NodeKind.Map)
        {
            problems.Add(Codes.WrongShape, file, node, $"{Capital(what)} must be a map of keys and values, not {node.Description}.");
            return;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in node.Members)
        {
            if (!seen.Add(member.Key)) problems.Add(Codes.UnknownKey, file, member.Line, member.Column, $"The key '{member.Key}' stands twice.", "Keep one of them.");
            if (known.Length == 0 || known.Contains(member.Key)) continue;
            problems.Add(
                Codes.UnknownKey, file, member.Line, member.Column, $"{Capital(what)} has no key '{member.Key}'.",
                Spelling.Nearest(member.Key, known) is { } nearest ? $"Did you mean '{nearest}'?" : $"Use {string.Join(", ", known)}.");
        }
    }

    public Node Node { get; }

    public string File { get; }

    /// <summary>The value, or null when the key is absent or empty.</summary>
    public Node? Find(string key) => Node.Members.FirstOrDefault(member => member.Key == key)?.Value is { IsNull: false } value ? value : null;

    public Node? Require(string key, string why)
    {
        if (Find(key) is { } value) return value;
        if (Node.Kind is NodeKind.Map) _problems.Add(Codes.WrongShape, File, Node, $"{Capital(_what)} lacks '{key}'.", why);
        return null;
    }

    public string? Text(string key) => Text(Find(key), key);

    public string? Text(Node? value, string key)
    {
        if (value is not null && string.IsNullOrWhiteSpace(value.Text)) Wrong(value, key, "a text");
        return value?.Text;
    }

    public bool Flag(string key) => Shape(Find(key), key, "true or false", node => node.Scalar.ValueKind is JsonValueKind.True or JsonValueKind.False)?.Scalar.GetBoolean() ?? false;

    public double? Number(string key, Func<double, bool> allowed, string range)
    {
        if (Shape(Find(key), key, "a number", node => node.Number is not null) is not { Number: { } number } value) return null;
        if (allowed(number)) return number;
        _problems.Add(Codes.OutOfRange, File, value, $"'{key}' of {_what} is {value.Scalar.GetRawText()}, which is not {range}.");
        return null;
    }

    public string? OneOf(string key, params string[] allowed)
    {
        if (Text(key) is not { } text || allowed.Contains(text)) return Text(key);
        var nearest = Spelling.Nearest(text, allowed);
        _problems.Add(
            Codes.WrongShape, File, Find(key), $"'{key}' of {_what} is '{text}', which is none of {string.Join(", ", allowed)}.",
            nearest is null ? null : $"Did you mean '{nearest}'?");
        return null;
    }

    public IReadOnlyList<Node> List(string key) => Shape(Find(key), key, "a list", node => node.Kind is NodeKind.List)?.Items ?? [];

    /// <summary>One text or a list of texts.</summary>
    public IReadOnlyList<Node> Texts(string key)
    {
        if (Find(key) is not { } value) return [];
        IReadOnlyList<Node> items = value.Kind is NodeKind.List ? value.Items : [value];
        return [.. items.Where(item => Shape(item, key, "a text or a list of texts", node => node.Text is { Length: > 0 }) is not null)];
    }

    public Fields? Map(string key, params string[] known) => Find(key) is { } value ? new Fields(value, $"'{key}'", File, _problems, known) : null;

    private Node? Shape(Node? value, string key, string shape, Func<Node, bool> fits)
    {
        if (value is null || fits(value)) return value;
        Wrong(value, key, shape);
        return null;
    }

    private void Wrong(Node value, string key, string shape) =>
        _problems.Add(Codes.WrongShape, File, value, $"'{key}' of {_what} must be {shape}, not {value.Description}.");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
