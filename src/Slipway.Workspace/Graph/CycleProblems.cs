using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Workspace.Discovery;

namespace Slipway.Workspace.Graph;

/// <summary>Reports circles between units, and between the projects of one unit, with the whole path and the reference that closes it.</summary>
internal sealed class CycleProblems(RepositoryTree tree, IReadOnlyCollection<Unit> units)
{
    public IEnumerable<Problem> Of(ImmutableArray<Edge> edges) => [.. BetweenUnits(edges), .. units.SelectMany(Within)];

    private IEnumerable<Problem> BetweenUnits(ImmutableArray<Edge> edges)
    {
        var next = edges.ToLookup(edge => edge.From, edge => edge.To);
        foreach (var circle in CycleFinder.Find(units.Select(unit => unit.Id), id => next[id]))
        {
            var closing = edges.First(edge => edge.From == circle[^2] && edge.To == circle[^1]);
            var place = PlaceIn(closing.Via[0], units.First(unit => unit.Id == closing.To).Projects);
            yield return new()
            {
                Code = Codes.UnitCycle,
                Message = $"Units use each other in a circle, so none of them can be built or released alone: {string.Join(" -> ", circle)}.",
                Mend = $"remove the reference to {circle[^1]} here, or move what both need into a package of its own",
                File = closing.Via[0],
                Line = place?.Line,
                Column = place?.Column,
            };
        }
    }

    private IEnumerable<Problem> Within(Unit unit)
    {
        var references = unit.Projects.ToDictionary(project => project.Path, project => project.References, StringComparer.Ordinal);
        var circles = CycleFinder.Find(references.Keys.Order(StringComparer.Ordinal), path => references[path].Where(references.ContainsKey));
        foreach (var circle in circles)
        {
            var place = PlaceIn(circle[^2], [.. unit.Projects.Where(project => project.Path == circle[^1])]);
            yield return new()
            {
                Code = Codes.ProjectCycle,
                Message = $"Projects refer to each other in a circle, so none of them can be built first: {string.Join(" -> ", circle)}.",
                Mend = "remove one of the references, or move what both need into a project of its own",
                File = circle[^2],
                Line = place?.Line,
                Column = place?.Column,
            };
        }
    }

    private (int Line, int Column)? PlaceIn(string file, ImmutableArray<Project> targets)
    {
        try
        {
            return ReferencePlace.Find(file, File.ReadAllText(tree.Absolute(file)), targets);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
