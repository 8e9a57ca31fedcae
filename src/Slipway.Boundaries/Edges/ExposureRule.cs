using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Edges;

/// <summary>
/// A project that is exposed brings whatever it references into the programs of others; what it brings along must be exposed too, or nobody
/// can say where the opening ends.
/// </summary>
internal sealed class ExposureRule(Platform platform)
{
    public IEnumerable<Finding> Check(Unit unit) =>
        from project in unit.Projects
        where project.IsExposed
        from reference in project.References
        let inner = unit.Projects.FirstOrDefault(other => other.Path == reference)
        where inner is { IsExposed: false }
        let place = ReferenceFinder.Find(platform, project.Path, [inner])
        select new Finding
        {
            Id = RuleIds.ForeignUnit,
            Severity = Severity.Error,
            Message = $"'{unit.Id}' exposes '{project.Name}', and with it '{inner.Name}', which it does not expose",
            File = place.File,
            Line = place.Line,
            Column = place.Column,
            Mend = $"Free '{project.Name}' of the reference, or expose '{inner.Name}' too.",
        };
}
