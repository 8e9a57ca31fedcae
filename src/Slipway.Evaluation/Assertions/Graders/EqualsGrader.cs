using System.Text.Json;

namespace Slipway.Evaluation.Assertions.Graders;

/// <summary>The whole answer is this text; or, for an object or a list, JSON of the same content in any order of keys.</summary>
internal static class EqualsGrader
{
    public static IGrader Create(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array => new EqualJsonGrader(value.Clone()),
        JsonValueKind.String when value.GetString() is "" => new EqualTextGrader(""),
        _ => new EqualTextGrader(Values.Text(value)),
    };
}
