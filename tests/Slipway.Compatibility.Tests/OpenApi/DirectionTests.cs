using Slipway.Compatibility.OpenApi;
using Slipway.Compatibility.Rules;

namespace Slipway.Compatibility.Tests.OpenApi;

public class DirectionTests
{
    private const string Few = """{ "type": "string", "enum": ["x"] }""";
    private const string Many = """{ "type": "string", "enum": ["x", "y"] }""";

    [Theory]
    [InlineData(Place.RequestBody, Few, Many, null)]
    [InlineData(Place.RequestBody, Many, Few, "request-enum-value-removed")]
    [InlineData(Place.ResponseBody, Few, Many, "response-enum-value-added")]
    [InlineData(Place.ResponseBody, Many, Few, null)]
    public void The_same_change_is_a_break_one_way_and_none_the_other(Place place, string before, string after, string? rule) =>
        Assert.Equal(rule, OpenApiComparer.Compare(Frame.Around(place, before), Frame.Around(place, after)).Changes.SingleOrDefault()?.Rule.Name);

    [Fact]
    public void A_schema_that_goes_both_ways_is_judged_both_ways()
    {
        static ContractText Api(string property) => Frame.Text($$"""
            {
              "openapi": "3.0.4",
              "paths": { "/things": { "post": {
                "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
                "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } }
              } } },
              "components": { "schemas": { "Thing": { "type": "object", "properties": { "a": {{property}} } } } }
            }
            """);

        var found = OpenApiComparer.Compare(Api("""{ "type": "string" }"""), Api("""{ "type": "integer" }"""));

        Assert.Equal(["request-type-narrowed", "response-type-widened"], found.Changes.Select(change => change.Rule.Name));
    }

    [Fact]
    public void A_property_that_callers_only_read_may_become_required_in_requests() => Assert.Empty(OpenApiComparer.Compare(
        Frame.Around(Place.RequestBody, """{ "type": "object", "properties": { "id": { "type": "string", "readOnly": true } } }"""),
        Frame.Around(Place.RequestBody, """{ "type": "object", "required": ["id"], "properties": { "id": { "type": "integer", "readOnly": true } } }""")).Changes);
}
