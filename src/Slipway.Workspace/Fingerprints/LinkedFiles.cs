using System.Collections.Immutable;
using Slipway.Machine.Files;

namespace Slipway.Workspace.Fingerprints;

/// <summary>
/// The files that links lead to. Git knows of a link only where it leads, so what is read through one would have no say otherwise. Where
/// it leads is looked up as it lies there now: a link that led elsewhere at another commit differs by itself.
/// </summary>
internal sealed class LinkedFiles(string root, ImmutableSortedDictionary<string, InputFile> files)
{
    private const string Link = "120000";
    private readonly string _real = RealPath.Of(root) ?? root;

    /// <summary>The files behind those that are links, those behind links in a linked folder included.</summary>
    public IEnumerable<InputFile> Of(IEnumerable<InputFile> inputs)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<InputFile>(inputs.Where(IsLink));
        while (pending.TryDequeue(out var link))
        {
            foreach (var target in Behind(link).Where(target => seen.Add(target.Path)))
            {
                if (IsLink(target)) pending.Enqueue(target);
                yield return target;
            }
        }
    }

    private static bool IsLink(InputFile file) => file.Mode == Link;

    private IEnumerable<InputFile> Behind(InputFile link)
    {
        if (RealPath.Of(Path.Join(root, link.Path)) is not { } real) return [];
        var path = Path.GetRelativePath(_real, real).Replace('\\', '/');
        if (files.TryGetValue(path, out var file)) return [file];
        return path == "." ? files.Values : files.Values.Where(below => below.Path.StartsWith(path + "/", StringComparison.Ordinal));
    }
}
