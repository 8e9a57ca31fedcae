using System.Collections.Immutable;
using System.Text.Json;

namespace Slipway.Workspace.Fingerprints;

/// <summary>The packages that others bring along, by a <c>packages.lock.json</c> of NuGet. Those that a project asks for itself it names itself.</summary>
internal static class LockedPackages
{
    public static ImmutableHashSet<string>? Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        if (!document.RootElement.TryGetProperty("dependencies", out var frameworks)) return null;
        return frameworks.EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => !package.Value.TryGetProperty("type", out var type) || type.GetString() != "Direct").Select(package => package.Name)
            .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
