using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Boundaries.References;

/// <summary>Finds where an edge is written down.</summary>
internal static class ReferenceFinder
{
    public static Position Find(Platform platform, Edge edge)
    {
        var targets = platform.TryGet(edge.To.Name, out var unit) ? unit.Projects : [];
        var positions = edge.Via.Select(file => Find(platform.Root, file, targets)).ToArray();
        return positions.FirstOrDefault(position => position.Line is not null) ?? positions.FirstOrDefault() ?? new(edge.From.ToString(), null, null);
    }

    private static Position Find(string root, string file, IReadOnlyList<Project> targets)
    {
        var place = Path.GetFileName(file) == "package.json"
            ? PackageJson.Find(Path.Combine(root, file), targets.Select(target => target.Name))
            : ProjectXml.Find(Path.Combine(root, file), targets.Select(target => Path.GetFileName(target.Path)));
        return new(file, place?.Line, place?.Column);
    }
}
