using System.Collections.Immutable;
using Slipway.Model.Units;

namespace Slipway.Model.Environments;

/// <summary>What <c>environments/&lt;name&gt;.yaml</c> says.</summary>
public sealed record EnvironmentSettings
{
    public required EnvironmentName Name { get; init; }

    public string? Description { get; init; }

    /// <summary>Where units answer in this environment, absolute addresses.</summary>
    public ImmutableSortedDictionary<UnitName, string> Urls { get; init; } = ImmutableSortedDictionary<UnitName, string>.Empty;

    /// <summary>Runtime settings, by unit and key.</summary>
    public ImmutableSortedDictionary<UnitName, ImmutableSortedDictionary<string, SettingValue>> Settings { get; init; } =
        ImmutableSortedDictionary<UnitName, ImmutableSortedDictionary<string, SettingValue>>.Empty;
}
