using System.Collections.Immutable;

namespace Slipway.Workspace.Node;

/// <summary>
/// Finds which packages of this repository a manifest uses: <c>file:</c>, <c>link:</c> and <c>portal:</c> by their folder, every other
/// request by the name of a package that lies here, as npm's workspaces link it.
/// </summary>
internal sealed class NodeReferences(IReadOnlyCollection<NodeManifest> manifests)
{
    private static readonly string[] ByFolder = ["file:", "link:", "portal:"];

    private readonly Dictionary<string, NodeManifest> _folders = manifests.ToDictionary(manifest => manifest.Folder, StringComparer.Ordinal);
    private readonly ILookup<string, NodeManifest> _names =
        manifests.Where(manifest => manifest.Name is not null).ToLookup(manifest => manifest.Name!, StringComparer.Ordinal);

    /// <returns>The used manifests' paths, ordinal order.</returns>
    public ImmutableArray<string> Of(NodeManifest user) =>
    [
        .. user.Dependencies.SelectMany(request => Targets(user, request.Key, request.Value))
            .Select(target => target.Path)
            .Where(path => path != user.Path)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether what is asked for is a folder, whatever the package in it is called.</summary>
    public static bool IsFolder(string request) => ByFolder.Any(prefix => request.StartsWith(prefix, StringComparison.Ordinal));

    private IEnumerable<NodeManifest> Targets(NodeManifest user, string name, string request)
    {
        if (Array.Find(ByFolder, prefix => request.StartsWith(prefix, StringComparison.Ordinal)) is not { } found) return _names[name];
        var folder = Path.GetRelativePath("/", Path.GetFullPath(request[found.Length..], "/" + user.Folder)).Replace('\\', '/');
        return _folders.TryGetValue(folder == "." ? "" : folder, out var target) ? [target] : [];
    }
}
