using System.Collections.Immutable;
using Slipway.Machine.Yaml;
using Slipway.Model.Units;

namespace Slipway.Workspace.Configuration;

/// <summary>What a <c>unit.yaml</c> says.</summary>
internal sealed record UnitFile
{
    /// <summary>The file's begin.</summary>
    public required YamlPlace Place { get; init; }

    public PlacedName? Name { get; init; }

    public UnitKind? Kind { get; init; }

    public string? Description { get; init; }

    /// <summary>Three numbers; null where the file does not say.</summary>
    public Version? NextVersion { get; init; }

    /// <summary>Null where the file does not say.</summary>
    public TestRequirement? UnitTests { get; init; }

    /// <summary>Null where the file does not say.</summary>
    public TestRequirement? IntegrationTests { get; init; }

    public ImmutableArray<string> Variables { get; init; } = [];

    public ImmutableArray<FlakyTest> FlakyTests { get; init; } = [];

    public UnitDatabase? Database { get; init; }

    public Exposure Exposes { get; init; } = new();

    /// <summary>The globs of <c>exposes.projects</c> and the names of <c>exposes.packages</c>, with their places.</summary>
    public ImmutableArray<PlacedExposure> Exposures { get; init; } = [];

    /// <summary>Null for everyone.</summary>
    public ImmutableArray<PlacedName>? Visibility { get; init; }

    public ImmutableArray<UnitEdgeAllowance> AllowedEdges { get; init; } = [];

    public ImmutableArray<RoleGlob> Roles { get; init; } = [];
}
