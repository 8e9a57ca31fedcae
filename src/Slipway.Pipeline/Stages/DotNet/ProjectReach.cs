using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>What projects link, directly or not.</summary>
internal sealed class ProjectReach(Platform platform)
{
    private readonly Dictionary<string, Project> _projects = platform.Units.SelectMany(unit => unit.Projects)
        .DistinctBy(project => project.Path).ToDictionary(project => project.Path, StringComparer.Ordinal);

    /// <summary>The paths of the projects and of everything that they link.</summary>
    public ImmutableHashSet<string> Of(IEnumerable<Project> projects)
    {
        var reached = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(projects.Select(project => project.Path));
        while (pending.TryPop(out var path))
        {
            if (!reached.Add(path) || !_projects.TryGetValue(path, out var project)) continue;
            foreach (var reference in project.References) pending.Push(reference);
        }
        return reached.ToImmutable();
    }
}
