using System.Text.Json;

namespace Slipway.Evaluation.Assertions.Graders;

/// <summary>Reads an answer as JSON: no fences, no trailing comma, no NaN. A lone number or text is JSON.</summary>
internal static class StrictJson
{
    public static JsonElement? Parse(string text, out string fault)
    {
        fault = "";
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException exception)
        {
            fault = $"it breaks at line {(exception.LineNumber ?? 0) + 1}, column {(exception.BytePositionInLine ?? 0) + 1}";
            return null;
        }
    }
}
