using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Slipway.Migrations.Runner.Description;

/// <summary>
/// An operation by its type's name and its <c>properties</c>: EF Core's own, in camel case and in the order of their names, without those that
/// are null. Operations inside it (a table's columns, a column's former self) stand as objects, and what a provider adds under <c>annotations</c>.
/// </summary>
internal static class OperationDescription
{
    public static JsonObject Of(MigrationOperation operation) => new()
    {
        ["operation"] = operation.GetType().Name,
        ["properties"] = PropertiesOf(operation),
    };

    private static JsonObject PropertiesOf(MigrationOperation operation)
    {
        var properties = new JsonObject();
        foreach (var property in operation.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.GetIndexParameters().Length == 0)
            .OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (ValueOf(property.GetValue(operation)) is { } value)
                properties[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = value;
        }

        var annotations = new JsonObject();
        foreach (var annotation in operation.GetAnnotations().OrderBy(annotation => annotation.Name, StringComparer.Ordinal))
            annotations[annotation.Name] = ValueOf(annotation.Value);
        if (annotations.Count > 0)
            properties["annotations"] = annotations;
        return properties;
    }

    private static JsonNode? ValueOf(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag,
        int number => number,
        long number => number,
        short number => number,
        byte number => number,
        Enum name => name.ToString(),
        Type type => type.ToString(),
        byte[] bytes => Convert.ToBase64String(bytes),
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
        MigrationOperation operation => PropertiesOf(operation),
        Array { Rank: 2 } rows => new JsonArray([.. Enumerable.Range(0, rows.GetLength(0)).Select(row => new JsonArray(
            [.. Enumerable.Range(0, rows.GetLength(1)).Select(column => ValueOf(rows.GetValue(row, column)))]))]),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(ValueOf)]),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
