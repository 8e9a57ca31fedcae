using System.Globalization;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Edges;

/// <summary>
/// The edges of the graph. A wrong one is told once, at the unit that has it; who comes to use its end through that unit gets a note with the
/// way, and is not to blame.
/// </summary>
internal sealed class EdgeRule(Platform platform, Permissions permissions)
{
    private readonly RouteFinder _routes = new(platform);
    private readonly Dictionary<UnitId, Unit> _units = platform.Units.ToDictionary(unit => unit.Id);
    private readonly Dictionary<string, Project> _projects = platform.Units.SelectMany(unit => unit.Projects)
        .DistinctBy(project => project.Path).ToDictionary(project => project.Path, StringComparer.Ordinal);

    public IEnumerable<Finding> Check(Unit unit)
    {
        foreach (var edge in _routes.From(unit.Id))
        {
            var owner = _units[edge.To];
            if (!IsOpen(unit, owner, edge)) yield return Forbidden(unit, owner, edge);
        }
        foreach (var route in _routes.Through(unit.Id, to => permissions.IsAllowedForNow(unit, _units[to])))
        {
            var (user, owner) = (_units[route.Edges[^1].From], _units[route.To]);
            if (!IsOpen(user, owner, route.Edges[^1])) yield return Through(unit, owner, route);
            // What is allowed to the unit in between is not allowed with it.
            else if (permissions.IsAllowedForNow(user, owner) && !permissions.IsAllowedForNow(unit, owner)) yield return Forbidden(unit, owner, route.Edges[0], route);
        }
    }

    private bool IsOpen(Unit user, Unit owner, Edge edge) => permissions.IsOpen(user, owner) || (Permissions.IsVisible(user, owner) && UsesOnlyExposed(user, owner, edge));

    private bool UsesOnlyExposed(Unit user, Unit owner, Edge edge)
    {
        var used = user.Projects.Where(project => edge.Via.Contains(project.Path, StringComparer.Ordinal))
            .SelectMany(project => project.References).Where(path => owner.Projects.Any(project => project.Path == path)).ToList();
        return used.Count > 0 && used.All(path => _projects[path].IsExposed);
    }

    private Finding Forbidden(Unit unit, Unit owner, Edge edge, Route? through = null)
    {
        var place = ReferenceFinder.Find(platform, edge);
        var route = through ?? _routes.UpTo(edge);
        var way = route.Edges.Length > 1 ? $" ({route})" : "";
        return new()
        {
            Id = RuleOf(edge),
            Severity = Severity.Error,
            Message = $"'{unit.Id}' references '{owner.Id}'{way}: {Why(unit, owner)}{Expired(unit, owner)}",
            File = place.File,
            Line = place.Line,
            Column = place.Column,
            Mend = Mend(unit, owner, through),
        };
    }

    private Finding Through(Unit unit, Unit owner, Route route)
    {
        var place = ReferenceFinder.Find(platform, route.Edges[0]);
        return new()
        {
            Id = RuleIds.ForeignUnit,
            Severity = Severity.Note,
            Message = $"'{unit.Id}' comes to use '{owner.Id}' through {route}; the finding is that of '{route.Edges[^1].From}'",
            File = place.File,
            Line = place.Line,
            Column = place.Column,
            Mend = $"Nothing here: remove the reference of '{route.Edges[^1].From}' to '{owner.Id}'.",
        };
    }

    private static string RuleOf(Edge edge) => edge.Via.All(file => file.EndsWith("package.json", StringComparison.Ordinal)) ? RuleIds.ForeignDependency : RuleIds.ForeignUnit;

    private static string Why(Unit unit, Unit owner) => owner.Kind == UnitKind.Package
        ? $"its visibility names {(owner.Visibility is { IsEmpty: false } names ? string.Join(", ", names) : "nobody")}, and not '{unit.Name}'"
        : unit.Kind == UnitKind.Package
            ? "a package must not depend on what is deployed"
            : "units are deployed on their own and share packages only";

    private string Expired(Unit unit, Unit owner) => Permissions.AllowanceOf(unit, owner) is { } allowance && !permissions.IsAllowedForNow(unit, owner)
        ? string.Create(CultureInfo.InvariantCulture, $"; it was allowed until {allowance.Until:yyyy-MM-dd} ({allowance.Reason})")
        : "";

    private static string Mend(Unit unit, Unit owner, Route? through) => through is not null
        ? $"Remove the reference of '{through.Edges[^1].From}' to '{owner.Id}', or this unit's to '{through.Edges[0].To}'."
        : owner.Kind == UnitKind.Package ? $"Ask its owners to add '{unit.Name}' to its visibility, or use another package."
        : unit.Kind == UnitKind.Package ? $"Move what it needs of '{owner.Name}' into a package."
        : owner.Projects.Any(project => project.IsExposed)
            ? $"Use what '{owner.Name}' exposes ({string.Join(", ", owner.Projects.Where(project => project.IsExposed).Select(project => project.Name))}), or its SDK package."
            : $"Use the SDK or contracts package of '{owner.Name}' instead.";
}
