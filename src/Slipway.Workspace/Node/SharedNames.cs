using Slipway.Model.Problems;

namespace Slipway.Workspace.Node;

/// <summary>Two packages of one name are nobody's concern until a third asks for that name: then which of them it uses is chance.</summary>
internal static class SharedNames
{
    public static IEnumerable<Problem> Of(IReadOnlyCollection<NodeManifest> manifests)
    {
        var asked = manifests
            .SelectMany(manifest => manifest.Dependencies.Where(request => !NodeReferences.IsFolder(request.Value)), (manifest, request) => (request.Key, manifest.Path))
            .ToLookup(request => request.Key, request => request.Path, StringComparer.Ordinal);
        return
            from same in manifests.Where(manifest => manifest.Name is not null).GroupBy(manifest => manifest.Name!, StringComparer.Ordinal)
            where same.Skip(1).Any() && asked.Contains(same.Key)
            select new Problem
            {
                Code = Codes.SharedPackageName,
                Message = $"'{same.Key}' is the name of {string.Join(" and of ", same.Select(manifest => $"'{manifest.Path}'"))}, "
                    + $"and '{asked[same.Key].First()}' asks for it by that name.",
                Mend = "rename one of them",
                File = same.Last().Path,
            };
    }
}
