using System.Text.Json.Nodes;
using CsCheck;
using Slipway.Compatibility.Events;
using Slipway.Compatibility.OpenApi;

namespace Slipway.Compatibility.Tests;

public class PropertyTests
{
    [Fact]
    public void A_document_compared_with_itself_differs_in_nothing() => Gen.Int.Sample(seed =>
    {
        var document = Frame.Text(new GeneratedDocuments(seed).Api().ToJsonString());
        var found = OpenApiComparer.Compare(document, document);

        return found is { Changes.IsEmpty: true, Problems.IsEmpty: true, Differs: false };
    });

    [Fact]
    public void Adding_something_optional_breaks_nobody() => Gen.Int.Sample(seed =>
    {
        var generated = new GeneratedDocuments(seed);
        var document = generated.Api();
        var grown = document.DeepClone().AsObject();
        grown["paths"]!["/new"] = new JsonObject { ["get"] = new JsonObject() };
        foreach (var schema in grown["components"]!["schemas"]!.AsObject()) schema.Value!["properties"]!["added"] = generated.Schema(1);
        foreach (var item in grown["paths"]!.AsObject().Where(item => item.Key != "/new"))
        {
            item.Value!["post"]!["parameters"]!.AsArray().Add((JsonNode)new JsonObject { ["name"] = "added", ["in"] = "query" });
            item.Value["post"]!["responses"]!["409"] = new JsonObject();
        }
        var found = OpenApiComparer.Compare(Frame.Text(document.ToJsonString()), Frame.Text(grown.ToJsonString()));

        return found is { Changes.IsEmpty: true, Problems.IsEmpty: true, Differs: true };
    });

    [Fact]
    public void What_was_added_and_is_taken_away_again_is_a_break() => Gen.Int.Sample(seed =>
    {
        var document = new GeneratedDocuments(seed).Api();
        var grown = document.DeepClone().AsObject();
        grown["paths"]!["/new"] = new JsonObject { ["get"] = new JsonObject() };

        return OpenApiComparer.Compare(Frame.Text(grown.ToJsonString()), Frame.Text(document.ToJsonString())).Changes is [{ Rule.Name: "path-removed" }];
    });

    [Fact]
    public void Whatever_stands_in_a_document_it_is_compared_or_reported_and_nothing_is_thrown() => Gen.Int.Sample(
        seed =>
        {
            var generated = new GeneratedDocuments(seed);
            var document = generated.Api();
            var spoiled = Frame.Text(generated.Spoiled(document.DeepClone().AsObject()).ToJsonString());
            var good = Frame.Text(document.ToJsonString());

            return OpenApiComparer.Compare(good, spoiled).Problems.All(problem => problem.Code == "SLW1103")
                && OpenApiComparer.Compare(spoiled, good).Problems.All(problem => problem.Code == "SLW1103");
        },
        iter: 2000);

    [Fact]
    public void Bytes_that_were_cut_short_are_reported() => Gen.Select(Gen.Int, Gen.Int[1, 200]).Sample((seed, cut) =>
    {
        var text = new GeneratedDocuments(seed).Api().ToJsonString();
        var whole = Frame.Text(text);

        return OpenApiComparer.Compare(whole, Frame.Text(text[..Math.Max(0, text.Length - cut)])).Problems is [{ Code: "SLW1103", Line: 1 }];
    });

    [Fact]
    public void An_event_that_gets_an_optional_property_breaks_nobody() => Gen.Int.Sample(seed =>
    {
        var generated = new GeneratedDocuments(seed);
        var schema = generated.Object(0);
        var grown = schema.DeepClone().AsObject();
        grown["properties"]!["added"] = new JsonObject { ["type"] = "string" };

        return EventComparer.Compare(Frame.Text(schema.ToJsonString()), Frame.Text(grown.ToJsonString())) is { Changes.IsEmpty: true, Problems: var problems } && (problems.IsEmpty || schema.ToJsonString().Contains("$ref", StringComparison.Ordinal));
    });
}
