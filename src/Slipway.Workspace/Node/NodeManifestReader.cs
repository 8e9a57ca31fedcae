using System.Collections.Immutable;
using System.Text.Json;

namespace Slipway.Workspace.Node;

/// <summary>Reads a <c>package.json</c>; one that is not JSON is unreadable, never ignored.</summary>
internal static class NodeManifestReader
{
    private static readonly string[] Sorts = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    public static async Task<NodeManifest> ReadAsync(string absolute, string path, CancellationToken cancel)
    {
        try
        {
            await using var stream = File.OpenRead(absolute);
            using var document = await JsonDocument.ParseAsync(stream, Options, cancel);
            return Read(document.RootElement, path);
        }
        catch (JsonException bad)
        {
            return new() { Path = path, Unreadable = $"line {bad.LineNumber + 1}: it is not JSON" };
        }
    }

    private static NodeManifest Read(JsonElement root, string path)
    {
        if (root.ValueKind != JsonValueKind.Object) return new() { Path = path, Unreadable = "it is not a JSON object" };
        var dependencies = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var sort in Sorts)
        {
            if (!root.TryGetProperty(sort, out var map) || map.ValueKind != JsonValueKind.Object) continue;
            foreach (var package in map.EnumerateObject().Where(package => package.Value.ValueKind == JsonValueKind.String))
                dependencies[package.Name] = package.Value.GetString() ?? "";
        }
        var name = root.TryGetProperty("name", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return new() { Path = path, Name = name, Dependencies = dependencies.ToImmutable() };
    }
}
