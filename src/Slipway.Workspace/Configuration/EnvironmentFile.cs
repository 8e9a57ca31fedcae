using System.Collections.Immutable;
using Slipway.Model;
using Slipway.Model.Environments;

namespace Slipway.Workspace.Configuration;

/// <summary>What an environment's file says, its units not yet looked up.</summary>
internal sealed record EnvironmentFile
{
    public required EnvironmentName Name { get; init; }

    public string? Description { get; init; }

    public ImmutableArray<(PlacedName Unit, string Url)> Urls { get; init; } = [];

    public ImmutableArray<(PlacedName Unit, ImmutableSortedDictionary<string, SettingValue> Values)> Settings { get; init; } = [];
}
