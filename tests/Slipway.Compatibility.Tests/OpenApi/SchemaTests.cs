using Slipway.Compatibility.OpenApi;
using Slipway.Compatibility.Rules;

namespace Slipway.Compatibility.Tests.OpenApi;

public class SchemaTests
{
    [Fact]
    public void A_schema_of_many_operations_is_one_finding_that_names_them_all()
    {
        var found = OpenApiComparer.Compare(Tree("""{ "name": { "type": "string" } }"""), Tree("{ }"));

        var change = Assert.Single(found.Changes);
        Assert.Equal(["GET /tree", "PUT /tree"], change.Operations);
        Assert.Equal("GET /tree, PUT /tree: response 200: 'name' of the body is gone (response-property-removed)", change.ToString());
        Assert.Equal("#/components/schemas/Node/properties/name", change.Pointer);
    }

    [Fact]
    public void A_schema_that_holds_itself_is_compared_once()
    {
        const string Children = """{ "name": { "type": "string" }, "children": { "type": "array", "items": { "$ref": "#/components/schemas/Node" } } }""";

        Assert.Empty(OpenApiComparer.Compare(Tree(Children), Tree(Children)).Changes);
        Assert.Equal(
            ["response-property-removed"],
            OpenApiComparer.Compare(Tree(Children), Tree(Children.Replace("""
                "name": { "type": "string" },
                """, "", StringComparison.Ordinal))).Changes.Select(change => change.Rule.Name));
    }

    [Theory]
    [InlineData("""{ "type": "string", "nullable": true }""", """{ "type": ["null", "string"] }""")]
    [InlineData("""{ "type": "string", "nullable": true }""", """{ "oneOf": [{ "type": "null" }, { "type": "string" }] }""")]
    [InlineData("""{ "type": "integer", "minimum": 1, "exclusiveMinimum": true }""", """{ "type": "integer", "exclusiveMinimum": 1 }""")]
    [InlineData("""{ "type": "string", "enum": ["x"] }""", """{ "type": "string", "const": "x" }""")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string" } }, "required": ["a"] }""", """{ "allOf": [{ "type": "object", "properties": { "a": { "type": "string" } } }, { "required": ["a"] }] }""")]
    [InlineData("""{ "type": "object", "description": "One way." }""", """{ "description": "Another.", "type": "object" }""")]
    public void Two_spellings_of_one_schema_are_the_same(string one, string other)
    {
        foreach (var place in (Place[])[Place.RequestBody, Place.ResponseBody])
        {
            Assert.Empty(OpenApiComparer.Compare(Frame.Around(place, one), Frame.Around(place, other)).Changes);
            Assert.Empty(OpenApiComparer.Compare(Frame.Around(place, other), Frame.Around(place, one)).Changes);
        }
    }

    [Fact]
    public void The_name_of_a_place_in_a_path_is_nobodys_promise() => Assert.Empty(OpenApiComparer.Compare(Path("id"), Path("productId")).Changes);

    [Fact]
    public void A_reference_that_may_be_null_now_is_null_and_no_other_alternative()
    {
        var found = OpenApiComparer.Compare(
            Frame.Around(Place.ResponseBody, """{ "type": "object", "properties": { "a": { "type": "object" } } }"""),
            Frame.Around(Place.ResponseBody, """{ "type": "object", "properties": { "a": { "oneOf": [{ "type": "null" }, { "type": "object" }] } } }"""));

        Assert.Equal(["response-null-allowed"], found.Changes.Select(change => change.Rule.Name));
    }

    [Fact]
    public void A_description_is_no_difference_and_an_optional_property_is_one()
    {
        var plain = Frame.Around(Place.ResponseBody, """{ "type": "object", "properties": { "description": { "type": "string" } } }""");
        var described = Frame.Around(Place.ResponseBody, """{ "type": "object", "properties": { "description": { "type": "string", "description": "Long." } } }""");
        var grown = Frame.Around(Place.ResponseBody, """{ "type": "object", "properties": { "description": { "type": "string" }, "summary": { "type": "string" } } }""");

        Assert.Equal(Compatibility.Versions.Reach.None, OpenApiComparer.Compare(plain, described).Reach);
        Assert.Equal(Compatibility.Versions.Reach.Addition, OpenApiComparer.Compare(plain, grown).Reach);
        Assert.Equal(Compatibility.Versions.Reach.Break, OpenApiComparer.Compare(grown, plain).Reach);
    }

    private static ContractText Path(string name) => Frame.Text($$"""
        { "openapi": "3.1.1", "paths": { "/things/{{{name}}}": { "get": { "parameters": [{ "name": "{{name}}", "in": "path", "required": true, "schema": { "type": "string" } }] } } } }
        """);

    private static ContractText Tree(string properties) => Frame.Text($$"""
        {
          "openapi": "3.1.1",
          "paths": { "/tree": {
            "get": { "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Node" } } } } } },
            "put": { "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Node" } } } } } }
          } },
          "components": { "schemas": { "Node": { "type": "object", "properties": {{properties}} } } }
        }
        """);
}
