using System.Collections.Immutable;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Policies;
using Slipway.Model.Stages;

namespace Slipway.Artifacts.Tests.Attacks;

/// <summary>Everything is whole, honest and signed, and production does not want it.</summary>
internal static class PolicyAttacks
{
    public static ImmutableArray<Attack> All { get; } =
    [
        new("signed by local where ci is required", "SLP4103", raid =>
        {
            raid.Trusted = new TrustedKey(raid.Victim.Key.Public, KeyKind.Release, "trust.yaml") { Builder = "local" };
            return raid.SignAsync(evidence => evidence with { Builder = "local" });
        }),
        new("a gate executed by local where ci is required", "SLP4103", raid => raid.SignGateAsync("unit", gate => gate with { ExecutedBy = "local" })),
        new("a gate of which nobody says who executed it", "SLP4103", raid => raid.SignGateAsync("unit", gate => gate with { ExecutedBy = null })),
        new("a gate that failed", "SLP4102", raid => raid.SignGateAsync("unit", gate => gate with { Outcome = StageOutcome.Fail("1 test failed") })),
        new("a gate that was skipped and must not be", "SLP4102", raid => raid.SignGateAsync("lint", gate => gate with { Outcome = StageOutcome.Skip("no time"), Numbers = gate.Numbers.Clear(), PassedTests = [] })),
        new("a gate that passed in part and must pass whole", "SLP4102", raid => raid.SignGateAsync("security", gate => gate with { SkippedChecks = [new() { What = "nuget-vulnerabilities", Why = "offline" }] })),
        new("a gate executed 31 days ago", "SLP4104", raid => raid.SignGateAsync("unit", gate => gate with { ExecutedAt = Victim.SignedAt.AddDays(-31) })),
        new("a build of 31 days ago", "SLP4104", raid => raid.SignAsync(evidence => evidence with { Build = evidence.Build with { FinishedOn = Victim.SignedAt.AddDays(-31) } })),
        new("a build that does not say when it was", "SLP4104", raid => raid.SignAsync(evidence => evidence with { Build = evidence.Build with { FinishedOn = null } })),
        Attack.Of("everything kept for 31 days", "SLP4104", raid => raid.Now = Victim.SignedAt.AddDays(31)),
        Attack.Of("fewer tests than the policy asks for", "SLP4106", raid => raid.Policy = raid.Policy with { Gates = raid.Policy.Gates.SetItem("unit", new() { Minimum = Least("passed", 13) }) }),
        Attack.Of("a count that the gate never counted", "SLP4106", raid => raid.Policy = raid.Policy with { Gates = raid.Policy.Gates.SetItem("unit", new() { Minimum = Least("mutants", 1) }) }),
        new("a Debug build", "SLP4105", raid => raid.SignAsync(evidence => evidence with { Build = evidence.Build with { Configuration = "Debug" } })),
        new("a build that does not say its configuration", "SLP4105", raid => raid.SignAsync(evidence => evidence with { Build = evidence.Build with { Configuration = null } })),
        Attack.Of("a parameter that the policy knows and the build does not", "SLP4105", raid => raid.Policy = raid.Policy with { Parameters = raid.Policy.Parameters!.Add("channel", "stable") }),
        Attack.Of("a gate that the policy knows and nobody ran", "SLP4101", raid => raid.Policy = raid.Policy with { Gates = raid.Policy.Gates.Add("penetration", new GateDemand()) }),
    ];

    private static ImmutableSortedDictionary<string, long> Least(string count, long least) => ImmutableSortedDictionary<string, long>.Empty.Add(count, least);
}
