using System.Text.Json.Nodes;

namespace Slipway.Compatibility.Tests;

/// <summary>Documents of any shape, out of a number.</summary>
internal sealed class GeneratedDocuments(int seed)
{
    private static readonly string[] Names = ["a", "b", "c", "description", "type"];
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "array", "object"];
    private readonly Random _random = new(seed);

    public JsonObject Api() => new()
    {
        ["openapi"] = "3.1.1",
        ["paths"] = new JsonObject(Enumerable.Range(0, 1 + _random.Next(3)).Select(index => KeyValuePair.Create<string, JsonNode?>($"/p{index}/{{id}}", Item()))),
        ["components"] = new JsonObject
        {
            ["schemas"] = new JsonObject(Enumerable.Range(0, 3).Select(index => KeyValuePair.Create<string, JsonNode?>($"S{index}", Object(2)))),
            ["securitySchemes"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "X" } },
        },
    };

    public JsonObject Schema(int depth) => _random.Next(8) switch
    {
        0 when depth > 0 => new() { ["oneOf"] = new JsonArray(Schema(depth - 1), Schema(depth - 1)) },
        1 when depth > 0 => new() { ["allOf"] = new JsonArray(Object(depth - 1), Object(depth - 1)) },
        2 => new() { ["$ref"] = $"#/components/schemas/S{_random.Next(3)}" },
        3 => new() { ["type"] = "string", ["enum"] = new JsonArray("x", "y"), ["default"] = "x" },
        4 => new() { ["type"] = new JsonArray("integer", "null"), ["minimum"] = _random.Next(5), ["maximum"] = 5 + _random.Next(5), ["format"] = "int32" },
        5 when depth > 0 => new() { ["type"] = "array", ["items"] = Schema(depth - 1), ["minItems"] = _random.Next(3) },
        6 when depth > 0 => Object(depth),
        _ => new() { ["type"] = Types[_random.Next(Types.Length)] },
    };

    public JsonObject Object(int depth)
    {
        var properties = Names[.._random.Next(Names.Length)];
        return new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. properties.Where(_ => _random.Next(2) == 0).Select(name => (JsonNode)name)]),
            ["properties"] = new JsonObject(properties.Select(name => KeyValuePair.Create<string, JsonNode?>(name, Schema(depth - 1)))),
        };
    }

    /// <summary>The document with one value in it replaced by something that need not fit.</summary>
    public JsonObject Spoiled(JsonObject document)
    {
        var nodes = All(document).ToList();
        var node = nodes[_random.Next(nodes.Count)];
        JsonNode? junk = _random.Next(7) switch
        {
            0 => null, 1 => 7, 2 => "#/nowhere", 3 => new JsonArray(1, "x"), 4 => new JsonObject { ["$ref"] = "#/paths" }, 5 => true, _ => -1e300,
        };
        if (node.Parent is JsonObject parent) parent[node.GetPropertyName()] = junk;
        else if (node.Parent is JsonArray array) array[node.GetElementIndex()] = junk;
        return document;
    }

    private JsonObject Item() => new() { ["post"] = Operation() };

    private JsonObject Operation() => new()
    {
        ["operationId"] = "Do",
        ["parameters"] = new JsonArray(
            new JsonObject { ["name"] = "id", ["in"] = "path", ["required"] = true, ["schema"] = Schema(0) },
            new JsonObject { ["name"] = "q", ["in"] = "query", ["schema"] = Schema(1) }),
        ["requestBody"] = Body(),
        ["responses"] = new JsonObject { ["200"] = Body(), ["404"] = new JsonObject() },
        ["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray("read") }),
    };

    private JsonObject Body() => new() { ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Schema(3) } } };

    private static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject map => map.Where(member => member.Value is not null).SelectMany(member => All(member.Value!).Prepend(member.Value!)),
        JsonArray list => list.OfType<JsonNode>().SelectMany(element => All(element).Prepend(element)),
        _ => [],
    };
}
