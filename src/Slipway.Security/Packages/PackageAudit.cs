using System.Collections.Immutable;
using Slipway.Model.Stages;

namespace Slipway.Security.Packages;

/// <summary>What the feeds say about a unit's packages. A check that could not be made is told apart from one that found nothing.</summary>
public sealed record PackageAudit
{
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>How many different packages were looked up.</summary>
    public int Packages { get; init; }

    /// <summary>Checks that were made, by name, such as <c>nuget-vulnerabilities</c>.</summary>
    public ImmutableArray<string> Made { get; init; } = [];

    /// <summary>Checks that were not made, or only in part, each with the reason: a stated skip, never a pass.</summary>
    public ImmutableArray<SkippedCheck> Unavailable { get; init; } = [];

    /// <summary>Whether a check of that name asks feeds, and not the unit's files.</summary>
    public static bool Makes(string check) => check.StartsWith("nuget", StringComparison.Ordinal) || check.StartsWith("npm", StringComparison.Ordinal);

    /// <summary>Both together.</summary>
    public PackageAudit And(PackageAudit other) => new()
    {
        Findings = [.. Findings, .. other.Findings],
        Packages = Packages + other.Packages,
        Made = [.. Made, .. other.Made],
        Unavailable = [.. Unavailable, .. other.Unavailable],
    };

    internal static PackageAudit Skipped(string check, string reason) => new() { Unavailable = [new() { What = check, Why = reason }] };
}
