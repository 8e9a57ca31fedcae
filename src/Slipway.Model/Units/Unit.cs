using System.Collections.Immutable;

namespace Slipway.Model.Units;

/// <summary>One service, app or package; built, tested and released on its own.</summary>
public sealed record Unit
{
    public required UnitId Id { get; init; }

    public UnitName Name => Id.Name;

    public UnitKind Kind => Id.Kind;

    public required Toolchain Toolchain { get; init; }

    /// <summary>Its main folder, relative to the platform's root, with forward slashes.</summary>
    public required string Root { get; init; }

    /// <summary>Every folder it is gathered from, <see cref="Root"/> first. Usually just that one.</summary>
    public required ImmutableArray<string> Folders { get; init; }

    public ImmutableArray<Project> Projects { get; init; } = [];

    public string? Description { get; init; }

    public TestRequirement UnitTests { get; init; } = TestRequirement.Needed;

    public TestRequirement IntegrationTests { get; init; } = TestRequirement.Needed;

    /// <summary>The version that it is on the way to, by its own word; null where the next is simply the one after the last.</summary>
    public Version? NextVersion { get; init; }

    /// <summary>Environment variables that its tools and tests read, beside the platform's, so that their values are inputs.</summary>
    public ImmutableArray<string> Variables { get; init; } = [];

    /// <summary>Tests that may be run again when they fail, each with a reason and an expiry.</summary>
    public ImmutableArray<FlakyTest> FlakyTests { get; init; } = [];

    /// <summary>The database it owns, or null.</summary>
    public Database? Database { get; init; }

    /// <summary>Its AI suites: files of <c>evals/*.yaml</c>, relative to the platform's root, ordinal order.</summary>
    public ImmutableArray<string> Suites { get; init; } = [];

    /// <summary>References to other units that <c>unit.yaml</c> allows, each with a reason and an expiry.</summary>
    public ImmutableArray<AllowedEdge> AllowedEdges { get; init; } = [];

    /// <summary>What of it other units may use, by its own word.</summary>
    public Exposure Exposes { get; init; } = new();

    /// <summary>The units that may use it; null for all of them.</summary>
    public ImmutableArray<UnitName>? Visibility { get; init; }

    /// <summary>The server that renders its pages; null for one that has none, and for .NET.</summary>
    public NodeServer? Server => Kind == UnitKind.App && Toolchain == Toolchain.Node
        ? Projects.Where(project => project.Folder == Root).Select(project => project.Server).FirstOrDefault()
        : null;

    public IEnumerable<Project> ProjectsOf(ProjectRole role) => Projects.Where(project => project.Role == role);
}
