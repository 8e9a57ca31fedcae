using System.Collections.Immutable;

namespace Slipway.Compatibility.Rules;

/// <summary>The catalogue.</summary>
public static class BreakRules
{
    /// <summary>Of HTTP APIs, by direction and name.</summary>
    public static ImmutableArray<BreakRule> OfApis { get; } =
    [
        .. OperationRules.All.Concat(RequestRules.Of.Values).Concat(ResponseRules.Of.Values)
            .OrderBy(rule => rule.Direction)
            .ThenBy(rule => rule.Name, StringComparer.Ordinal),
    ];

    /// <summary>Of events, by name.</summary>
    public static ImmutableArray<BreakRule> OfEvents { get; } = [.. EventRules.Of.Values.Append(EventRules.Removed).OrderBy(rule => rule.Name, StringComparer.Ordinal)];

    /// <summary>Of packages' assemblies.</summary>
    public static ImmutableArray<BreakRule> OfAssemblies { get; } = [PublicApi.PublicApiRules.Assembly, PublicApi.PublicApiRules.Member];
}
