namespace Slipway.Workspace.Discovery;

/// <summary>Says to whom a path belongs: the owner of the deepest folder that holds it.</summary>
internal sealed class FolderOwners<T>(IEnumerable<KeyValuePair<string, T>> owners)
    where T : class
{
    private readonly Dictionary<string, T> _owners = new(owners, StringComparer.Ordinal);

    public T? Of(string path)
    {
        for (var folder = path; folder.Length > 0; folder = Parent(folder))
        {
            if (_owners.TryGetValue(folder, out var owner)) return owner;
        }
        return null;
    }

    private static string Parent(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";
}
