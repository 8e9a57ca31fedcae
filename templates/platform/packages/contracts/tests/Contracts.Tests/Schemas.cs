using System.Text.Json;
using NJsonSchema;

namespace Contracts.Tests;

/// <summary>Judges events by the published schema of their type.</summary>
internal static class Schemas
{
    public static IEnumerable<string> Published =>
        Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "schemas");

    /// <returns>What the schema says against the event; nothing when it is well.</returns>
    public static async Task<IReadOnlyList<string>> JudgeAsync(string type, string json)
    {
        var schema = await ReadAsync(type);
        return [.. schema.Validate(json).Select(error => $"{error.Path}: {error.Kind}")];
    }

    public static async Task<IReadOnlyList<string>> JudgeAsync<TEvent>(string type, TEvent data) =>
        await JudgeAsync(type, JsonSerializer.Serialize(data, JsonSerializerOptions.Web));

    /// <returns>The fields that the schema names at the event's first level.</returns>
    public static async Task<IReadOnlyList<string>> FieldsAsync(string type) =>
        [.. (await ReadAsync(type)).Properties.Keys.Order(StringComparer.Ordinal)];

    private static Task<JsonSchema> ReadAsync(string type) => JsonSchema.FromFileAsync(Path.Combine(Folder, $"{type}.json"));
}
