using System.Text;
using System.Text.Json.Nodes;
using Slipway.Compatibility.Rules;

namespace Slipway.Compatibility.Tests;

/// <summary>A whole document around a rule's example.</summary>
internal static class Frame
{
    public static ContractText Text(string json, string file = "openapi.json") => new(file, Encoding.UTF8.GetBytes(json));

    public static ContractText Around(Place place, string piece) => place switch
    {
        Place.Document => Document(JsonNode.Parse(piece)!.AsObject()),
        Place.Operation => Operation(JsonNode.Parse(piece)!.AsObject()),
        Place.RequestBody => Operation(new() { ["requestBody"] = Content(piece) }),
        Place.ResponseBody => Operation(new() { ["responses"] = new JsonObject { ["200"] = Content(piece) } }),
        _ => Text(piece, "thing.made.v1.json"),
    };

    public static ContractText Operation(JsonObject operation) =>
        Document(new() { ["paths"] = new JsonObject { ["/things"] = new JsonObject { ["post"] = operation } } });

    public static ContractText Document(JsonObject members)
    {
        members["openapi"] = "3.1.1";
        members["info"] = new JsonObject { ["title"] = "Things", ["version"] = "1.0.0" };
        return Text(members.ToJsonString());
    }

    private static JsonObject Content(string schema) => new() { ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = JsonNode.Parse(schema) } } };
}
