using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Model;

namespace Slipway.Workspace.Fingerprints;

/// <summary>
/// A <c>package-lock.json</c> of a workspace (version 2 or 3), read for one member: the packages that it and the workspace's root reach,
/// directly or not. What only other members use is theirs.
/// </summary>
internal sealed class NodeLock
{
    private static readonly string[] Kinds = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];
    private readonly ImmutableDictionary<string, JsonElement> _packages;

    private NodeLock(ImmutableDictionary<string, JsonElement> packages) => _packages = packages;

    public static NodeLock? Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        if (!document.RootElement.TryGetProperty("packages", out var packages)) return null;
        return new(packages.EnumerateObject().ToImmutableDictionary(package => package.Name, package => package.Value.Clone(), StringComparer.Ordinal));
    }

    /// <summary>Place and resolution of every package in reach, or null where the lock does not know the member.</summary>
    /// <param name="member">The member's folder, from the lock's folder; empty for the root.</param>
    public ImmutableSortedDictionary<string, string>? ReachedFrom(string member)
    {
        if (!_packages.ContainsKey(member)) return null;
        var reached = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var pending = new Stack<string>([member, ""]);
        while (pending.TryPop(out var place))
        {
            if (reached.ContainsKey(place) || !_packages.TryGetValue(place, out var package)) continue;
            reached.Add(place, Describe(package));
            if (package.TryGetProperty("link", out _) && package.TryGetProperty("resolved", out var target)) pending.Push(target.GetString() ?? "");
            foreach (var needed in Needed(package).Select(name => Find(place, name)).OfType<string>()) pending.Push(needed);
        }
        return reached.ToImmutable();
    }

    // Everything but the root's list of members, which grows with every new one.
    private static string Describe(JsonElement package)
    {
        var text = string.Join('\n', package.EnumerateObject().Where(property => property.Name != "workspaces").Select(property => $"{property.Name}: {property.Value.GetRawText()}"));
        var version = package.TryGetProperty("version", out var known) ? known.GetString() : "no version";
        return $"{version} {Digest.Of(text)}";
    }

    private static IEnumerable<string> Needed(JsonElement package) => Kinds
        .Where(kind => package.TryGetProperty(kind, out _))
        .SelectMany(kind => package.GetProperty(kind).EnumerateObject().Select(dependency => dependency.Name));

    // As Node looks: in the package's own folder, then in each folder above it.
    private string? Find(string place, string name)
    {
        for (var folder = place; ; folder = folder[..Math.Max(0, folder.LastIndexOf('/'))])
        {
            if (!folder.EndsWith("node_modules", StringComparison.Ordinal))
            {
                var candidate = folder.Length == 0 ? $"node_modules/{name}" : $"{folder}/node_modules/{name}";
                if (_packages.ContainsKey(candidate)) return candidate;
            }
            if (folder.Length == 0) return null;
        }
    }
}
