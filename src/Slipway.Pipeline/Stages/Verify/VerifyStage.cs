using Slipway.Artifacts.Verification;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages.Package;
using Slipway.Pipeline.Stages.Sign;

namespace Slipway.Pipeline.Stages.Verify;

/// <summary>Proves each release again from its bytes and a public key alone. Never replayed: it reads every byte every time.</summary>
public sealed class VerifyStage : UnitStage
{
    public override StageName Name => StageName.Verify;

    public override bool Replayable => false;

    protected override async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var keys = await SignStage.VerificationKeysAsync(context.Run);
        var verdict = await ReleaseVerifier.VerifyAsync(
            PackageStage.FolderOf(context), keys, PackageStage.AddressOf(context), cancellationToken);
        var result = new StageResult
        {
            Outcome = verdict.Passed ? StageOutcome.Success : StageOutcome.Fail(verdict.Summary),
            Findings = ReleaseFindings.Of(context, verdict.Problems),
            Notes = verdict.Passed ? [verdict.Summary] : [],
        };
        return verdict.Digest is { } digest ? result with { Outputs = result.Outputs.SetItem(PackageStage.Release, digest) } : result;
    }
}
