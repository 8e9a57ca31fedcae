using System.Collections.Immutable;
using Slipway.Machine.Yaml;

namespace Slipway.Workspace.Node;

/// <summary>What one <c>package.json</c> says, as far as the graph needs it.</summary>
internal sealed record NodeManifest
{
    /// <summary>The file, from the platform's root.</summary>
    public required string Path { get; init; }

    public string? Name { get; init; }

    /// <summary>Packages asked for, of all sorts of dependency, and what was asked for: a range, <c>file:…</c>, <c>workspace:…</c>.</summary>
    public ImmutableSortedDictionary<string, string> Dependencies { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The script <c>start</c>, and where it stands.</summary>
    public (string Text, YamlPlace Place)? Start { get; init; }

    public string? Unreadable { get; init; }

    public string Folder => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";
}
