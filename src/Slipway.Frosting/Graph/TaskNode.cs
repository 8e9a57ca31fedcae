using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages;

namespace Slipway.Frosting.Graph;

/// <summary>One Frosting task as its attributes describe it.</summary>
public sealed record TaskNode
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    public required Type Type { get; init; }

    /// <summary>Types that it depends on, in the order of its attributes; those that name it by <c>IsDependeeOf</c> come last.</summary>
    public ImmutableArray<Type> DependsOn { get; init; } = [];

    /// <summary>The stage that it runs; null for a task that is not a stage.</summary>
    public Stage? Stage { get; init; }

    public StageName? StageName => Stage?.Name;
}
