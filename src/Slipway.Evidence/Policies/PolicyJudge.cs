using System.Collections.Immutable;
using System.Globalization;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Releases;
using Slipway.Model.Problems;
using Slipway.Model.Releases;
using Slipway.Model.Stages;

namespace Slipway.Evidence.Policies;

/// <summary>
/// Holds a release's verified statements against a policy: denied unless everything that the policy wants is there. A statement that the
/// policy does not ask for changes nothing, so that dropping one never helps and adding one never harms.
/// </summary>
public static class PolicyJudge
{
    /// <param name="policy">Of the environment that the release is meant for.</param>
    /// <param name="manifest">Of the release; what it says was checked against the provenance.</param>
    /// <param name="attestations">Those that verified, and are about this release.</param>
    /// <param name="now">By the clock of whoever verifies.</param>
    /// <returns>Every reason to deny; none where the release may go there.</returns>
    public static ImmutableArray<Problem> Judge(
        EnvironmentPolicy policy, ReleaseManifest manifest, IReadOnlyCollection<Attestation> attestations, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(manifest);
        var wanted = policy.Statements.Select(name => (name, demand: (GateDemand?)null))
            .Concat(policy.Gates.Select(gate => (name: gate.Key, demand: (GateDemand?)gate.Value)));
        var denials = wanted.SelectMany(want => Judge(new(policy, want.name, want.demand, manifest.Origin.Builder, now), Find(attestations, want.name, want.demand is not null)));
        if (manifest.Origin.Dirty && !policy.AllowsUncommitted)
            denials = denials.Append(Denied(Codes.Uncommitted, "it was built from uncommitted changes", ReleasePath.Manifest, policy, "Commit, and build again."));
        return [.. denials];
    }

    private static Attestation? Find(IEnumerable<Attestation> attestations, string name, bool isGate) =>
        attestations.FirstOrDefault(attestation => attestation.Name.Attests == name && attestation.Name.IsGate == isGate);

    private static IEnumerable<Problem> Judge(Want want, Attestation? found)
    {
        if (found is null)
        {
            yield return want.Missing();
            yield break;
        }
        var file = found.Name.Path;
        Problem Deny(string code, string what, string mend) => Denied(code, what, file, want.Policy, mend);
        if (want.Unmet(found) is { } unmet) yield return Deny(Codes.GateNotPassed, unmet, "Mend what the gate found, then build and sign again.");
        foreach (var few in want.TooFew(found)) yield return Deny(Codes.TooFew, few, "Add what is missing, then build and sign again; or ask less in policy.yaml.");
        foreach (var other in want.OtherBuilders(found)) yield return Deny(Codes.BuilderNotAllowed, other, $"Build it where {want.Allowed} does.");
        if (found.Signing.Key is KeyKind.Development && !want.Policy.AllowsDevelopmentKeys)
            yield return Deny(Codes.DevelopmentKey, $"the `{want.Name}` statement is signed by a development key, which proves only that the release is whole", "Sign it with a release key.");
        if (want.IsTooOld(found) is { } age) yield return Deny(Codes.TooOld, age, "Run it again: --no-replay.");
        if (found.Parameters is { } parameters && want.Policy.Parameters is { } exact && !exact.SequenceEqual(parameters.Remove("unit").Remove("version")))
            yield return Deny(Codes.ParametersDiffer, $"it was built with {List(parameters.Remove("unit").Remove("version"))}, and must be built with {List(exact)}", "Build it as the policy says.");
    }

    private static string List(ImmutableSortedDictionary<string, string> parameters) =>
        parameters.IsEmpty ? "no parameters" : string.Join(", ", parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"));

    private static Problem Denied(string code, string what, string file, EnvironmentPolicy policy, string mend) => new()
    {
        Code = code,
        Message = $"denied for {policy.Environment.ToString().ToLowerInvariant()}: {what}.",
        File = file,
        Mend = mend,
    };

    private sealed record Want(EnvironmentPolicy Policy, string Name, GateDemand? Demand, string BuiltBy, DateTimeOffset Now)
    {
        public string Allowed => string.Join(" or ", Policy.Builders.Select(builder => $"`{builder}`"));

        public Problem Missing()
        {
            var code = Demand is null ? Codes.StatementMissing : Codes.GateMissing;
            return Denied(code, $"no `{Name}` statement signed by builder {Allowed}", ReleasePath.Manifest, Policy,
                Demand is null ? "Package and sign the unit again, in a whole run." : "Run the gate and sign, in one whole run.");
        }

        // Null where the gate did what is asked of it, and for what is no gate.
        public string? Unmet(Attestation found) => found.Gate?.Outcome switch
        {
            null => null,
            StageOutcome.Succeeded when found.Gate.SkippedChecks.IsEmpty || Demand!.MayBePartial => null,
            StageOutcome.Succeeded => $"the gate `{Name}` passed in part only, without {string.Join("; ", found.Gate.SkippedChecks)}",
            StageOutcome.Skipped when Demand!.MayBeSkipped => null,
            StageOutcome.Skipped(var why) => $"the gate `{Name}` was skipped ({why}), and only a pass counts",
            StageOutcome.Failed(var why) => $"the gate `{Name}` failed ({why})",
            _ => $"the gate `{Name}` came to nothing that is known",
        };

        public IEnumerable<string> TooFew(Attestation found)
        {
            if (found.Gate is not { Outcome: StageOutcome.Succeeded } gate) yield break;
            foreach (var (count, least) in Demand!.Minimum)
            {
                var had = gate.Numbers.GetValueOrDefault(count);
                if (had < least) yield return string.Create(CultureInfo.InvariantCulture, $"the gate `{Name}` counted {had} {count}, and at least {least} are asked for");
            }
        }

        public IEnumerable<string> OtherBuilders(Attestation found)
        {
            if (!Policy.Builders.Contains(found.Signing.Builder)) yield return $"no `{Name}` statement signed by builder {Allowed}; the one there is signed by `{found.Signing.Builder}`";
            if (found.Build is not null && !Policy.Builders.Contains(BuiltBy)) yield return $"it was built by `{BuiltBy}`, and must be by {Allowed}";
            if (found.Gate is not { Outcome: StageOutcome.Succeeded } gate) yield break;
            if (gate.ExecutedBy is not { } executor) yield return $"nobody says who executed the gate `{Name}`, and it must be {Allowed}";
            else if (!Policy.Builders.Contains(executor)) yield return $"the gate `{Name}` was executed by `{executor}`, and it must be {Allowed}";
        }

        // A bill of materials and a skip are not executed: they are as old as the build that they belong to.
        public string? IsTooOld(Attestation found)
        {
            if (Policy.MaximumAge is not { } limit || (found.Gate is null && found.Build is null) || found.Gate?.Outcome is StageOutcome.Skipped) return null;
            if (found.ExecutedAt is not { } at) return $"nobody says when `{Name}` was executed, and it may be {Days(limit)} old";
            return Now - at > limit ? $"`{Name}` was executed at {Rfc3339.Write(at)}, and may be {Days(limit)} old" : null;
        }

        private static string Days(TimeSpan span) => span.TotalDays >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0.##} days")
            : string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.##} hours");
    }
}
