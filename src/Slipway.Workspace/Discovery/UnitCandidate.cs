using System.Collections.Immutable;
using Slipway.Model.Units;

namespace Slipway.Workspace.Discovery;

/// <summary>A unit as its folders show it, before its <c>unit.yaml</c> has been read.</summary>
internal sealed record UnitCandidate
{
    public required string Name { get; init; }

    public required UnitKind Kind { get; init; }

    public required Toolchain Toolchain { get; init; }

    /// <summary>Its folders in the layout's order; the first is its root.</summary>
    public required ImmutableArray<string> Folders { get; init; }

    /// <summary>Its project files of either toolchain.</summary>
    public required ImmutableArray<string> Projects { get; init; }

    /// <summary>Its <c>unit.yaml</c>, if there is one.</summary>
    public string? UnitFile { get; init; }
}
