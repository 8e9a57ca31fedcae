using Slipway.Compatibility.OpenApi;

namespace Slipway.Compatibility.Tests.OpenApi;

public class UnreadableDocumentTests
{
    [Theory]
    [InlineData("", "openapi.json(1,1): SLW1103: openapi.json is no JSON that can be read: The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true.\n  mend: let the build write it again, or restore it from git")]
    [InlineData("{\n  \"openapi\": 3.1,,\n}", "openapi.json(2,18): SLW1103: openapi.json is no JSON that can be read: ',' is an invalid start of a property name. Expected a '\"'.\n  mend: let the build write it again, or restore it from git")]
    [InlineData("[]", "openapi.json: SLW1103: openapi.json cannot be compared: # is no JSON object.\n  mend: mend the document, or what writes it")]
    [InlineData("{}", "openapi.json: SLW1103: openapi.json cannot be compared: # does not say its version: 'openapi' is missing.\n  mend: mend the document, or what writes it")]
    [InlineData("""{ "swagger": "2.0" }""", "openapi.json: SLW1103: openapi.json cannot be compared: # is of Swagger 2; only OpenAPI 3 is read.\n  mend: mend the document, or what writes it")]
    [InlineData("""{ "openapi": "4.0.0" }""", "openapi.json: SLW1103: openapi.json cannot be compared: # is of OpenAPI 4.0.0; only 3.x is read.\n  mend: mend the document, or what writes it")]
    [InlineData("""{ "openapi": "3.1.1", "paths": [] }""", "openapi.json: SLW1103: openapi.json cannot be compared: #/paths should be an object, and is none.\n  mend: mend the document, or what writes it")]
    [InlineData("""{ "openapi": "3.1.1", "paths": { "/a": { "get": 7 } } }""", "openapi.json: SLW1103: openapi.json cannot be compared: #/paths/~1a/get should be an operation, and is no object.\n  mend: mend the document, or what writes it")]
    public void A_document_that_cannot_be_read_is_named_with_the_place(string text, string problem)
    {
        var good = Frame.Text("""{ "openapi": "3.1.1", "paths": {} }""");

        Assert.Equal([problem], OpenApiComparer.Compare(good, Frame.Text(text)).Problems.Select(found => found.ToString()));
        Assert.Equal([problem], OpenApiComparer.Compare(Frame.Text(text), good).Problems.Select(found => found.ToString()));
    }

    [Theory]
    [InlineData("#/components/schemas/Nobody", "#/components/schemas/A refers to '#/components/schemas/Nobody', where nothing is")]
    [InlineData("#/components/schemas/A", "#/components/schemas/A refers to itself: #/components/schemas/A")]
    [InlineData("other.json#/A", "#/components/schemas/A refers to 'other.json#/A', which is not in this document")]
    public void A_reference_that_leads_nowhere_is_named(string reference, string what)
    {
        var document = Frame.Text($$"""
            {
              "openapi": "3.1.1",
              "paths": { "/a": { "get": { "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/A" } } } } } } } },
              "components": { "schemas": { "A": { "$ref": "{{reference}}" } } }
            }
            """);

        Assert.Contains(what, Assert.Single(OpenApiComparer.Compare(document, document).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Schemas_that_are_put_into_one_another_without_end_are_named()
    {
        var document = Frame.Text("""
            {
              "openapi": "3.1.1",
              "paths": { "/a": { "get": { "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/A" } } } } } } } },
              "components": { "schemas": { "A": { "allOf": [{ "$ref": "#/components/schemas/A" }] } } }
            }
            """);

        Assert.Contains("puts more than 64 schemas into one another with allOf", Assert.Single(OpenApiComparer.Compare(document, document).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_of_schemas_without_end_is_named_and_ends_nothing_else()
    {
        var schemas = string.Join(',', Enumerable.Range(0, 5000).Select(index =>
            $$"""
            "S{{index}}": { "type": "object", "properties": { "a": { "$ref": "#/components/schemas/S{{index + 1}}" } } }
            """).Append("""
            "S5000": { "type": "string" }
            """));
        var document = Frame.Text($$"""
            {
              "openapi": "3.1.1",
              "paths": { "/a": { "get": { "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/S0" } } } } } } } },
              "components": { "schemas": { {{schemas}} } }
            }
            """);

        Assert.Contains("nests schemas deeper than 200", Assert.Single(OpenApiComparer.Compare(document, document).Problems).Message, StringComparison.Ordinal);
    }
}
