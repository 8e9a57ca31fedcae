using System.Text.Json.Nodes;

namespace Slipway.Build.Documentation;

/// <summary>The keys of a configuration file, out of its JSON Schema.</summary>
internal static class SchemaPage
{
    private static readonly (string Schema, string Page)[] Files =
    [
        ("Slipway.Workspace/Schemas/platform", "platform.yaml.md"), ("Slipway.Workspace/Schemas/unit", "unit.yaml.md"),
        ("Slipway.Workspace/Schemas/environment", "environments.md"), ("Slipway.Artifacts/Trust/trust", "trust.yaml.md"),
        ("Slipway.Artifacts/Policies/policy", "policy.yaml.md"),
    ];

    public static IEnumerable<Page> All() => Files.Select(file => Of($"src/{file.Schema}.schema.json", file.Page));

    private static Page Of(string path, string page)
    {
        var schema = new SchemaNode(JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, path)))!.AsObject());
        return new Page(page, $"""
            # `{schema.Title}`

            {schema.Description}

            {Table.Of(["key", "value", "means"], Rows("", schema))}

            The schema for editors is `{path}`.
            """);
    }

    private static IEnumerable<string?[]> Rows(string prefix, SchemaNode schema)
    {
        foreach (var (name, value) in schema.Properties)
        {
            var key = prefix + name;
            yield return [$"`{key}`", value.Shape, Meaning(value, schema.Requires(name))];
            foreach (var row in Rows(value.IsList ? $"{key}[]." : $"{key}.", value.IsList ? value.Item : value)) yield return row;
        }
    }

    private static string Meaning(SchemaNode value, bool required) => string.Join(' ', new[]
    {
        required ? "Required." : null,
        value.Description,
        value.Default is { } fallback ? $"Default: `{fallback}`." : null,
    }.OfType<string>());
}
