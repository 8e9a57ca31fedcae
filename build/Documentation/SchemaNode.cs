using System.Text.Json.Nodes;

namespace Slipway.Build.Documentation;

/// <summary>A part of a JSON Schema, with its references followed.</summary>
internal sealed class SchemaNode
{
    private readonly JsonObject _own;
    private readonly JsonObject _target;
    private readonly JsonObject _root;

    public SchemaNode(JsonObject root)
        : this(root, root)
    {
    }

    private SchemaNode(JsonObject own, JsonObject root)
    {
        _own = own;
        _root = root;
        _target = own["$ref"] is { } reference ? Follow(reference.GetValue<string>()) : own;
    }

    public string Title => Text("title") ?? "";

    /// <summary>Its own words, else those of what it refers to.</summary>
    public string? Description => Text("description");

    public string? Default => Text("default");

    public bool IsList => Type is "array";

    public SchemaNode Item => Of(_target["items"]!);

    /// <summary>Its keys; a key that may be any name stands as <c>&lt;unit&gt;</c> or <c>&lt;name&gt;</c>. Of alternatives, the keys of the one that has any.</summary>
    public IEnumerable<(string Name, SchemaNode Value)> Properties
    {
        get
        {
            foreach (var (name, value) in _target["properties"]?.AsObject() ?? []) yield return (name, Of(value!));
            if (_target["additionalProperties"] is JsonObject any) yield return ("<unit>", Of(any));
            foreach (var (_, value) in _target["patternProperties"]?.AsObject() ?? []) yield return ("<name>", Of(value!));
            foreach (var property in Alternatives.SelectMany(alternative => alternative.Properties)) yield return property;
        }
    }

    /// <summary>What a value looks like, in words.</summary>
    public string Shape => (_target["enum"], Type) switch
    {
        (JsonArray allowed, _) => string.Join(" or ", allowed.Select(value => $"`{value}`")),
        (_, "boolean") => "`true` or `false`",
        (_, "string") => "text",
        (_, "array") => $"list of {Item.Shape}",
        (_, "object") => "map",
        (_, null) when Alternatives.Any() => string.Join(", or ", Alternatives.Select(alternative => alternative.Shape).Distinct()),
        (_, var type) => type ?? "text",
    };

    // One type, or several as 'number or boolean'.
    private string? Type => _target["type"] switch
    {
        JsonArray several => string.Join(" or ", several.Select(type => type!.GetValue<string>())),
        { } one => one.GetValue<string>(),
        _ => null,
    };

    private IEnumerable<SchemaNode> Alternatives => Type is "object" ? [] : (_target["anyOf"]?.AsArray() ?? []).Select(alternative => Of(alternative!));

    public bool Requires(string name) => _target["required"]?.AsArray().Any(required => required!.GetValue<string>() == name) ?? false;

    private string? Text(string key) => (_own[key] ?? _target[key])?.ToString();

    private SchemaNode Of(JsonNode node) => new(node.AsObject(), _root);

    private JsonObject Follow(string reference) =>
        reference["#/".Length..].Split('/').Aggregate(_root, (node, part) => node[part]!.AsObject());
}
