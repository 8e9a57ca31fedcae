using System.Collections.Immutable;
using Slipway.Model.Units;
using Slipway.Workspace.Configuration;

namespace Slipway.Workspace.Discovery;

/// <summary>Where units lie: what <c>platform.yaml</c> says for a kind, the convention for the kinds that it does not name.</summary>
internal sealed record LayoutPlan
{
    public required ImmutableArray<LayoutEntry> Entries { get; init; }

    /// <summary>Paths in which projects are neither units nor strays.</summary>
    public ImmutableArray<Exclusion> Exclude { get; init; } = [];

    public static LayoutPlan Convention { get; } = new()
    {
        Entries = [.. Enum.GetValues<UnitKind>().Select(LayoutEntry.Convention)],
    };

    public bool Excludes(string path) => Exclude.Any(exclusion => PathGlob.Matches(exclusion.Glob, path));
}
