using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Edges;

/// <summary>Finds where an edge is written down.</summary>
internal static class ReferenceFinder
{
    public static Position Find(Platform platform, Edge edge)
    {
        var targets = platform.TryGet(edge.To.Name, out var unit) ? unit.Projects : [];
        var positions = edge.Via.Select(file => Find(platform.Root, file, targets)).ToArray();
        return positions.FirstOrDefault(position => position.Line is not null) ?? positions.FirstOrDefault() ?? new(edge.From.ToString(), null, null);
    }

    /// <summary>Where a project file names one of these projects.</summary>
    public static Position Find(Platform platform, string file, IReadOnlyList<Project> targets) => Find(platform.Root, file, targets);

    private static Position Find(string root, string file, IReadOnlyList<Project> targets)
    {
        try
        {
            var place = ReferencePlace.Find(file, File.ReadAllText(Path.Combine(root, file)), targets);
            return new(file, place?.Line, place?.Column);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The finding stands without its line.
            return new(file, null, null);
        }
    }
}
