using System.Collections.Immutable;
using System.Globalization;
using Slipway.Boundaries.References;
using Slipway.Boundaries.Routes;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries;

/// <summary>
/// The ring of the boundary rules that no project file can switch off: it looks at the platform from outside, at .NET projects and npm
/// packages alike, and needs neither a restore nor a compiler.
/// </summary>
/// <param name="clock">Tells the day on which allowed edges expire, in UTC.</param>
public sealed class BoundaryChecker(TimeProvider clock)
{
    /// <summary>Everything that breaks the rules, in the order of the platform's units.</summary>
    public ImmutableArray<BoundaryFinding> Check(Platform platform)
    {
        var routes = new RouteFinder(platform);
        return [.. platform.Units.SelectMany(unit => Check(platform, unit, routes).Select(finding => new BoundaryFinding(unit.Id, finding)))];
    }

    private IEnumerable<Finding> Check(Platform platform, Unit unit, RouteFinder routes)
    {
        foreach (var project in unit.ProjectsOf(ProjectRole.Unreadable)) yield return UnknownReferences(unit, project);

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var allowances = unit.AllowedEdges.GroupBy(edge => edge.To).ToDictionary(same => same.Key, same => same.MaxBy(edge => edge.Until)!);
        var reached = new HashSet<UnitName>();
        foreach (var route in routes.ToForeignUnits(unit.Id, to => allowances.TryGetValue(to.Name, out var allowance) && today <= allowance.Until))
        {
            reached.Add(route.To.Name);
            var allowance = allowances.GetValueOrDefault(route.To.Name);
            if (allowance is null || today > allowance.Until) yield return ForeignUnit(platform, route, allowance);
        }
        foreach (var allowance in unit.AllowedEdges.Where(allowance => !reached.Contains(allowance.To))) yield return Stale(unit, allowance);
    }

    private static Finding ForeignUnit(Platform platform, Route route, AllowedEdge? expired)
    {
        var place = ReferenceFinder.Find(platform, route.Edges[0]);
        var through = route.Edges.Length > 1 ? $" through {route}" : "";
        var until = expired is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; it was allowed until {expired.Until:yyyy-MM-dd} ({expired.Reason})");
        return new()
        {
            Id = RuleIds.ForeignUnit,
            Severity = Severity.Error,
            Message = $"'{route.From}' references '{route.To}'{through}: {Why(route)}{until}",
            File = place.File,
            Line = place.Line,
            Column = place.Column,
            Mend = Mend(route),
        };
    }

    private static string Why(Route route) => route.From.Kind == UnitKind.Package
        ? "a package must not depend on what is deployed"
        : "units are deployed on their own and share packages only";

    private static string Mend(Route route) => route switch
    {
        { Edges.Length: > 1 } => $"Remove the reference of '{route.Edges[^1].From}' to '{route.To}'.",
        { From.Kind: UnitKind.Package } => $"Move what it needs of '{route.To.Name}' into a package.",
        _ => $"Use the SDK or contracts package of '{route.To.Name}' instead.",
    };

    private static Finding UnknownReferences(Unit unit, Project project) => new()
    {
        Id = RuleIds.UnknownReferences,
        Severity = Severity.Error,
        Message = $"'{project.Path}' could not be read, so nobody knows what '{unit.Id}' references: {project.Unreadable ?? "no reason given"}",
        File = project.Path,
        Mend = "Make the project load, or take it out of the unit's folder.",
    };

    private static Finding Stale(Unit unit, AllowedEdge allowance) => new()
    {
        Id = RuleIds.StaleAllowance,
        Severity = Severity.Warning,
        Message = $"'{unit.Id}' allows itself a reference to '{allowance.To}' that it does not have",
        File = $"{unit.Root}/unit.yaml",
        Mend = "Remove the entry: what is not allowed cannot come back unseen.",
    };
}
