using Slipway.Artifacts.Trust;
using Slipway.Artifacts.Verification;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages.Package;
using Slipway.Pipeline.Stages.Sign;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Pipeline.Stages.Verify;

/// <summary>
/// Proves each release again from its bytes and a public key alone. What was proved stands for as long as the same keys are trusted, the same policy holds and the
/// file system vouches that nothing in the folder was touched; whoever names it as a target has every byte read.
/// </summary>
public sealed class VerifyStage : UnitStage
{
    // The name, among the outputs, of what was proved: the state of the folder, and the keys that were believed.
    private const string Proved = "proved";

    public override StageName Name => StageName.Verify;

    // What ships, and what it is called, follow from the image that it is put on too.
    public override InputScope Reads => InputScope.Everything;

    public override bool StandsWhenNamed => false;

    public override bool OutputsInPlace(StageContext context, StageResult recorded) =>
        recorded.Outputs.TryGetValue(Proved, out var proved) && StateOf(context) == proved;

    public override IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) =>
        recorded.Outputs.ContainsKey(Proved) ? [PackageStage.FolderOf(context)] : null;

    public override IEnumerable<Project> Links(Unit unit) => [];

    public override bool UsesPackages(Unit unit) => false;

    protected override async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var before = StateOf(context);
        var terms = new VerificationTerms
        {
            Keys = await SignStage.VerificationKeysAsync(context.Run),
            Address = PackageStage.AddressOf(context),
            Policies = context.Run.Policies,
            Environment = context.Run.Destination,
            Time = context.Run.Time,
        };
        var verdict = await ReleaseVerifier.VerifyAsync(PackageStage.FolderOf(context), terms, cancellationToken);
        if (context.Run.Summaries is { } folder) await VerdictFile.WriteAsync(context, verdict, folder, cancellationToken);
        var result = new StageResult
        {
            Outcome = verdict.Passed ? StageOutcome.Success : StageOutcome.Fail(verdict.Summary),
            Findings = ReleaseFindings.Of(context, verdict.Problems),
            Notes = verdict.Passed ? [verdict.Summary] : [],
        };
        if (verdict.Digest is { } digest) result = result with { Outputs = result.Outputs.SetItem(PackageStage.Release, digest) };
        // Of a folder that changed meanwhile it is not known which of its states was read.
        return verdict.Passed && !Passes(terms) && before is { } proved && StateOf(context) == proved
            ? result with { Outputs = result.Outputs.SetItem(Proved, proved) }
            : result;
    }

    // Whether what holds now may not hold tomorrow, with nothing touched.
    private static bool Passes(VerificationTerms terms) =>
        terms.Policies.Of(terms.Environment).MaximumAge is not null || terms.Keys.Any(key => key.NotAfter is not null);

    // Null where the file system cannot vouch for a folder.
    private static Digest? StateOf(StageContext context)
    {
        if (FolderState.Of(PackageStage.FolderOf(context)) is not { } state) return null;
        var keys = SignStage.VerificationKeysAsync(context.Run).GetAwaiter().GetResult();
        return Digest.Of($"{state}\n{Policy(context.Run)}\n{string.Join('\n', keys.Select(TrustFile.Told).Order(StringComparer.Ordinal))}\n");
    }

    private static string Policy(RunContext run) => $"{run.Destination} {run.Policies.Source} {run.Policies.Digest}";
}
