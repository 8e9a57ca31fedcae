using System.Collections.Immutable;
using System.Text.Json;

namespace Slipway.Artifacts.Oci.Bases;

/// <summary>A shared framework that a program asks for.</summary>
/// <param name="Name"><c>Microsoft.AspNetCore.App</c></param>
/// <param name="Version">The least that it is content with: <c>10.0.0</c>.</param>
public sealed record FrameworkReference(string Name, string Version)
{
    /// <summary>Reads them from a <c>*.runtimeconfig.json</c>.</summary>
    /// <returns>Ordinal order; empty for a program that brings its own .NET, or a file that cannot be read.</returns>
    public static ImmutableArray<FrameworkReference> Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file), new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var options = document.RootElement.GetProperty("runtimeOptions");
            IEnumerable<JsonElement> asked = options.TryGetProperty("frameworks", out var several) ? several.EnumerateArray()
                : options.TryGetProperty("framework", out var one) ? [one] : [];
            return [.. asked.Select(Of).OrderBy(framework => framework.Name, StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or IOException)
        {
            return [];
        }
    }

    private static FrameworkReference Of(JsonElement framework) =>
        new(framework.GetProperty("name").GetString()!, framework.GetProperty("version").GetString()!);
}
