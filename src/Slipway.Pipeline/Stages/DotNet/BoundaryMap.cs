using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>
/// What the analyzers of one unit cannot know by themselves: which folders and assemblies are its own, what it exposes and to whom, which edges
/// it is allowed today, and the schemas of its database. An app is told the services too, since it may not name them.
/// </summary>
internal static class BoundaryMap
{
    /// <summary>The text that <c>Slipway.Analyzers</c> reads: lines of a key, a blank and a value.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="unit">The one whose part it is: nothing of another unit is in it but what this one names.</param>
    /// <param name="today">Edges that end before are left out: a compiler has no clock.</param>
    public static string Of(Platform platform, Unit unit, DateOnly today) =>
        string.Concat(Lines(platform, unit, today).Select(line => line + "\n"));

    private static ImmutableArray<string> Lines(Platform platform, Unit unit, DateOnly today) =>
    [
        "slipway.map 1",
        $"unit {unit.Id}",
        .. unit.Folders.Select(folder => $"folder {folder}"),
        .. unit.DotNetProjects.Select(project => $"assembly {project.Name}").Distinct().Order(StringComparer.Ordinal),
        .. Allowed(platform, unit, today).Select(other => $"allow {other}"),
        .. unit.Database is { } database
            ? [$"database {database.Name}", $"schema {database.Name}", .. database.Schemas.Select(schema => $"schema {schema}")]
            : ImmutableArray<string>.Empty,
        .. unit.DotNetProjects.Where(project => project.IsExposed).Select(project => $"expose-project {project.Path}"),
        .. unit.Exposes.Packages.Select(package => $"expose-package {package}"),
        .. unit.Exposes.Namespaces.Select(space => $"expose-namespace {space}"),
        .. (unit.Visibility ?? []).Select(name => $"visible-to {name.Lower}"),
        .. unit.Kind is UnitKind.App ? platform.Units.Where(other => other.Kind is UnitKind.Service).Select(service => $"service {service.Name.Lower}") : [],
    ];

    private static IEnumerable<UnitId> Allowed(Platform platform, Unit unit, DateOnly today) =>
        from edge in unit.AllowedEdges
        where edge.Until >= today
        let other = platform.TryGet(edge.To, out var found) ? found : null
        where other is not null
        select other.Id;
}
