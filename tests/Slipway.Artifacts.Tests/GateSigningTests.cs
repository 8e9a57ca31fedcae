using Slipway.Artifacts.Signing;
using Slipway.Artifacts.Tests.Attacks;
using Slipway.Model.Stages;

namespace Slipway.Artifacts.Tests;

/// <summary>When statements that lie there are left, and when they are made anew.</summary>
public sealed class GateSigningTests(Victim victim) : IClassFixture<Victim>
{
    [Fact]
    public async Task Statements_that_say_the_same_are_left_whenever_and_in_whatever_run_they_would_be_signed()
    {
        using var raid = new Raid(victim);
        var before = File.ReadAllBytes(raid.Of(Raid.Unit));
        var again = await SignAsync(raid, evidence => evidence with
        {
            Invocation = Guid.NewGuid(), SignedAt = evidence.SignedAt.AddDays(1), Gates = [.. evidence.Gates.Select(gate => gate with { Replayed = true })],
        });
        Assert.True(again.Kept);
        Assert.Equal(before, File.ReadAllBytes(raid.Of(Raid.Unit)));
        Assert.Equal(10, again.Statements);
    }

    [Fact]
    public async Task Fewer_statements_do_not_take_the_place_of_more_that_say_the_same()
    {
        using var raid = new Raid(victim);
        Assert.True((await SignAsync(raid, evidence => evidence with { Gates = [] })).Kept);
        Assert.True(File.Exists(raid.Of(Raid.Unit)));
    }

    [Fact]
    public async Task A_gate_that_ran_again_is_stated_anew_and_with_it_all_others()
    {
        using var raid = new Raid(victim);
        var lint = File.ReadAllBytes(raid.Of(Raid.Lint));
        var signed = await SignAsync(raid, evidence => evidence with
        {
            SignedAt = evidence.SignedAt.AddMinutes(1),
            Gates = [.. evidence.Gates.Select(gate => gate.Gate == StageName.Unit ? gate with { ExecutedAt = evidence.SignedAt } : gate)],
        });
        Assert.False(signed.Kept);
        Assert.NotEqual(lint, File.ReadAllBytes(raid.Of(Raid.Lint)));
        Assert.Empty((await raid.VerifyAsync()).Problems);
    }

    private static Task<SignedRelease> SignAsync(Raid raid, Func<Evidence.Attestations.ReleaseEvidence, Evidence.Attestations.ReleaseEvidence> change) =>
        ReleaseSigner.SignAsync(raid.Folder, raid.Victim.Key, change(Victim.Evidence), cancellation: TestContext.Current.CancellationToken);
}
