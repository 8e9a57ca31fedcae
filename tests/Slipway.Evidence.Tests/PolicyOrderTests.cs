using System.Collections.Immutable;
using CsCheck;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Bundles;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Policies;
using Slipway.Model;
using Slipway.Model.Stages;

namespace Slipway.Evidence.Tests;

/// <summary>What "not looser" means, put to the test: whatever the later policy takes, the earlier one takes as well.</summary>
public sealed class PolicyOrderTests
{
    private static readonly SigningKey Key = Sample.NewKey();
    private static readonly string[] Gates = ["unit", "lint"];

    private static readonly Gen<EnvironmentPolicy> AnyPolicy =
        from statements in Sample.OneOf<ImmutableSortedSet<string>>([], ["provenance"], ["provenance", "sbom"])
        from gates in Gen.Select(Sample.OneOf(Gates), AnyDemand).Array[0, 2]
        from builders in Sample.OneOf<ImmutableSortedSet<string>>(["ci"], ["local"], ["ci", "local"])
        from age in Sample.OneOf<TimeSpan?>(null, TimeSpan.FromHours(2), TimeSpan.FromHours(12))
        from parameters in Sample.OneOf<string?>(null, "Release", "Debug")
        from uncommitted in Gen.Bool
        select new EnvironmentPolicy
        {
            Environment = EnvironmentName.Dev,
            Statements = statements,
            Gates = gates.DistinctBy(gate => gate.Item1).ToImmutableSortedDictionary(gate => gate.Item1, gate => gate.Item2, StringComparer.Ordinal),
            Builders = builders,
            MaximumAge = age,
            Parameters = parameters is null ? null : ImmutableSortedDictionary<string, string>.Empty.Add("configuration", parameters),
            AllowsUncommitted = uncommitted,
        };

    private static Gen<GateDemand> AnyDemand =>
        from least in Sample.OneOf(0L, 10L, 20L)
        from skipped in Gen.Bool
        from partial in Gen.Bool
        select new GateDemand
        {
            Minimum = least == 0 ? ImmutableSortedDictionary<string, long>.Empty : ImmutableSortedDictionary<string, long>.Empty.Add("passed", least),
            MayBeSkipped = skipped,
            MayBePartial = partial,
        };

    private static readonly Gen<ReleaseEvidence> AnyEvidence =
        from gates in Gen.Select(Sample.OneOf(Gates), Gen.Int[0, 3], Sample.OneOf("ci", "local"), Gen.Int[0, 20], Gen.Int[5, 25]).Array[0, 3]
        from builder in Sample.OneOf("ci", "local")
        from configuration in Sample.OneOf("Release", "Debug")
        select Sample.Evidence with
        {
            Builder = builder,
            Build = Sample.Evidence.Build with { Configuration = configuration },
            Gates = [.. gates.DistinctBy(gate => gate.Item1).Select(gate => Sample.Gate(gate.Item1) with
            {
                Outcome = gate.Item2 switch { 2 => StageOutcome.Skip("no time"), 3 => StageOutcome.Fail("1 test"), _ => StageOutcome.Success },
                SkippedChecks = gate.Item2 == 1 ? [new() { What = "a", Why = "b" }] : [],
                ExecutedBy = gate.Item3,
                ExecutedAt = Sample.Noon.AddHours(-gate.Item4),
                Numbers = ImmutableSortedDictionary<string, double>.Empty.Add("passed", gate.Item2 == 2 ? 0 : gate.Item5),
                PassedTests = [.. Enumerable.Range(1, gate.Item2 == 2 ? 0 : gate.Item5).Select(number => $"Test_{number}")],
            })],
        };

    [Fact]
    public void No_policy_is_looser_than_itself() => AnyPolicy.Sample(policy => PolicyOrder.Between(policy, policy).IsEmpty);

    [Fact]
    public void What_a_policy_that_is_not_looser_takes_the_one_before_takes_too() =>
        Gen.Select(AnyPolicy, AnyPolicy, AnyEvidence).Sample((before, after, evidence) =>
        {
            if (!PolicyOrder.Between(before, after).IsEmpty) return true;
            var attestations = Attested(evidence);
            return !Takes(after, attestations) || Takes(before, attestations);
        }, iter: 5000);

    [Fact]
    public void The_order_is_transitive() => Gen.Select(AnyPolicy, AnyPolicy, AnyPolicy).Sample((first, second, third) =>
        !PolicyOrder.Between(first, second).IsEmpty || !PolicyOrder.Between(second, third).IsEmpty || PolicyOrder.Between(first, third).IsEmpty, iter: 20_000);

    [Fact]
    public void Taking_a_statement_away_never_helps() => Gen.Select(AnyPolicy, AnyEvidence, Gen.Int[0, 3]).Sample((policy, evidence, drop) =>
    {
        var all = Attested(evidence);
        var fewer = all.Where((_, index) => index != drop).ToArray();
        return Takes(policy, all) || !Takes(policy, fewer);
    }, iter: 5000);

    private static bool Takes(EnvironmentPolicy policy, IReadOnlyCollection<Attestation> attestations) =>
        PolicyJudge.Judge(policy, Sample.Manifest, attestations, Sample.Noon).IsEmpty;

    private static Attestation[] Attested(ReleaseEvidence evidence) =>
    [
        .. ReleaseStatements.Of(Sample.Manifest, evidence, KeyKind.Release, null).Select(statement =>
        {
            var signing = BundleWriter.SignAsync(statement.Statement, Key).AsTask();
            return AttestationReader.Read(statement.Name, signing.GetAwaiter().GetResult(), [Sample.Trusted(Key)], Sample.Noon)
                .Match(attestation => attestation, problems => throw new FormatException(string.Join('\n', problems)));
        }),
    ];
}
