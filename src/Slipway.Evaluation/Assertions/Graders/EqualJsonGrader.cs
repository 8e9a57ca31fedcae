using System.Text.Json;

namespace Slipway.Evaluation.Assertions.Graders;

internal sealed class EqualJsonGrader(JsonElement expected) : IGrader
{
    public Grade Grade(string output)
    {
        if (StrictJson.Parse(output, out var fault) is not { } actual)
            return Assertions.Grade.Of(false, $"the answer is not JSON: {fault}");
        var equal = JsonElement.DeepEquals(actual, expected);
        return Assertions.Grade.Of(equal, equal ? "the answer is the expected JSON" : $"the answer is not the JSON {expected.GetRawText()}");
    }
}
