using System.Collections.Immutable;

namespace Slipway.Workspace.Discovery;

/// <param name="Units">Ordered by kind and name.</param>
/// <param name="Strays">Projects of no unit.</param>
internal sealed record DiscoveredUnits(ImmutableArray<UnitCandidate> Units, ImmutableArray<string> Strays)
{
    /// <summary>Every project file of .NET, those of no unit included, from the root.</summary>
    public ImmutableArray<string> DotNetProjects =>
        [.. Units.SelectMany(unit => unit.Projects).Concat(Strays).Where(path => Path.GetFileName(path) != "package.json")];
}
