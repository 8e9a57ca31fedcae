using System.Globalization;
using System.Text.Json;
using Slipway.Evaluation.Assertions.Graders;

namespace Slipway.Evaluation.Assertions.Schemas;

/// <summary>The keywords, one rule each.</summary>
internal static class SchemaRules
{
    public static SchemaRule Nothing { get; } = (_, _) => [];

    public static SchemaRule Type(IReadOnlyList<string> types) => (value, path) =>
        types.Any(type => IsOf(value, type)) ? [] : [$"{path} must be of type {string.Join(" or ", types)}"];

    public static SchemaRule Enum(IReadOnlyList<JsonElement> allowed) => (value, path) =>
        allowed.Any(one => JsonElement.DeepEquals(one, value))
            ? []
            : [$"{path} must be one of {string.Join(", ", allowed.Select(one => one.GetRawText()))}"];

    public static SchemaRule Required(IReadOnlyList<string> names) => (value, path) => value.ValueKind is JsonValueKind.Object
        ? names.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{path} lacks '{name}'")
        : [];

    public static SchemaRule Properties(Dictionary<string, Schema> members) => (value, path) => value.ValueKind is JsonValueKind.Object
        ? value.EnumerateObject()
            .Where(member => members.ContainsKey(member.Name))
            .SelectMany(member => members[member.Name].Violations(member.Value, $"{path}.{member.Name}"))
        : [];

    public static SchemaRule AdditionalProperties(HashSet<string> known, Schema? schema) => (value, path) => value.ValueKind is JsonValueKind.Object
        ? value.EnumerateObject()
            .Where(member => !known.Contains(member.Name))
            .SelectMany(member => schema is null
                ? [$"{path} has '{member.Name}', which the schema does not allow"]
                : schema.Violations(member.Value, $"{path}.{member.Name}"))
        : [];

    public static SchemaRule Items(Schema schema) => (value, path) => value.ValueKind is JsonValueKind.Array
        ? value.EnumerateArray().SelectMany((item, index) => schema.Violations(item, $"{path}[{index}]"))
        : [];

    public static SchemaRule Count(JsonValueKind kind, double least, double most) => (value, path) =>
    {
        if (value.ValueKind != kind) return [];
        var count = kind is JsonValueKind.Array ? value.GetArrayLength() : value.GetString()!.EnumerateRunes().Count();
        return count >= least && count <= most ? [] : [$"{path} has {count} elements, which is not {Between(least, most)}"];
    };

    public static SchemaRule Range(double least, double most) => (value, path) =>
        value.ValueKind is not JsonValueKind.Number || (value.GetDouble() >= least && value.GetDouble() <= most)
            ? []
            : [$"{path} is {value.GetRawText()}, which is not {Between(least, most)}"];

    public static SchemaRule Pattern(RegexGrader pattern) => (value, path) =>
        value.ValueKind is not JsonValueKind.String || pattern.Grade(value.GetString()!) is { Passed: true }
            ? []
            : [$"{path}: {pattern.Grade(value.GetString()!).Reason}"];

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "integer" => value.ValueKind is JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => string.Equals(value.ValueKind.ToString(), type, StringComparison.OrdinalIgnoreCase),
    };

    private static string Between(double least, double most) => (double.IsFinite(least), double.IsFinite(most)) switch
    {
        (true, true) => string.Create(CultureInfo.InvariantCulture, $"from {least} to {most}"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"{least} or more"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{most} or less"),
    };
}
