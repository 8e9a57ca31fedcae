using System.Text.Json;
using Slipway.Evaluation.Assertions.Schemas;

namespace Slipway.Evaluation.Assertions.Graders;

/// <summary>The whole answer is JSON and, where a schema is given, of that shape.</summary>
internal sealed class IsJsonGrader(Schema? schema) : IGrader
{
    public static IsJsonGrader Create(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => new(null),
        JsonValueKind.Object => new(SchemaReader.Read(value)),
        _ => throw new AssertionValueException(
            $"The value of is-json must be a JSON Schema, not {Values.Describe(value)}.", "Write the schema as an object, or leave the value out."),
    };

    public Grade Grade(string output)
    {
        if (StrictJson.Parse(output, out var fault) is not { } answer)
            return Assertions.Grade.Of(false, $"the answer is not JSON: {fault}");
        var broken = schema?.Violations(answer, "$").FirstOrDefault();
        return Assertions.Grade.Of(broken is null, broken ?? "the answer is JSON as expected");
    }
}
