using System.Collections.Immutable;
using System.Text.Json;

namespace Slipway.Workspace.Fingerprints;

/// <summary>The packages that a <c>packages.lock.json</c> of NuGet names, those that others bring along included.</summary>
internal static class LockedPackages
{
    public static ImmutableHashSet<string>? Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        if (!document.RootElement.TryGetProperty("dependencies", out var frameworks)) return null;
        return frameworks.EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject()).Select(package => package.Name)
            .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
