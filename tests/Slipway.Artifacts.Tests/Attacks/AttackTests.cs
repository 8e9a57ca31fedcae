using System.Collections.Immutable;

namespace Slipway.Artifacts.Tests.Attacks;

/// <summary>Every attack is refused, and for the right reason.</summary>
public sealed class AttackTests(Victim victim) : IClassFixture<Victim>
{
    private static readonly ImmutableArray<Attack> All =
        [.. ByteAttacks.All, .. FileAttacks.All, .. FormAttacks.All, .. KeyAttacks.All, .. InsiderAttacks.All, .. PolicyAttacks.All];

    public static TheoryData<string> Sentences => [.. All.Select(attack => attack.Sentence)];

    [Fact]
    public async Task Unharmed_the_release_may_go_to_production()
    {
        using var raid = new Raid(victim);
        var verdict = await raid.VerifyAsync();
        Assert.Empty(verdict.Problems);
        Assert.Equal(10, verdict.Attestations.Length);
    }

    [Fact]
    public async Task What_a_key_signed_before_it_was_retired_still_counts()
    {
        using var raid = new Raid(victim);
        raid.Trusted = victim.Trusted with { NotAfter = Victim.SignedAt.AddMinutes(1) };
        raid.Now = Victim.SignedAt.AddMinutes(30);
        Assert.Empty((await raid.VerifyAsync()).Problems);
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task Is_refused(string sentence)
    {
        using var raid = new Raid(victim);
        var attack = All.Single(attack => attack.Sentence == sentence);
        await attack.Do(raid);
        var verdict = await raid.VerifyAsync();
        Assert.False(verdict.Passed);
        Assert.Contains(attack.Code, verdict.Problems.Select(problem => problem.Code));
        Assert.All(verdict.Problems, problem => Assert.True(problem is { File: not null, Mend: not null }, problem.ToString()));
    }

    [Fact]
    public void There_are_more_than_sixty() => Assert.True(All.Length > 60);

    [Fact]
    public async Task Dropping_statements_never_turns_a_refusal_into_a_pass()
    {
        var random = new Random(4);
        for (var round = 0; round < 40; round++)
        {
            using var raid = new Raid(victim);
            // Something that production refuses: a gate that failed, which an attacker would rather not have told.
            await raid.SignGateAsync("unit", gate => gate with { Outcome = Model.Stages.StageOutcome.Fail("1 test failed") });
            foreach (var file in Directory.GetFiles(raid.At("attestations")).Where(_ => random.Next(2) == 0)) File.Delete(file);
            Assert.False((await raid.VerifyAsync()).Passed);
        }
    }
}
