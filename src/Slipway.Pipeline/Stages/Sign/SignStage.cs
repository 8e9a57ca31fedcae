using System.Collections.Immutable;
using Slipway.Artifacts.Keys;
using Slipway.Artifacts.Signing;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Keys;
using Slipway.Model;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages.Package;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Pipeline.Stages.Sign;

/// <summary>Signs statements about each release, made of what the stages before came to, with the key that the environment names, else with this machine's development key.</summary>
public sealed class SignStage : UnitStage
{
    // The name, among the outputs, of the digest over what earlier stages came to: other results want other statements.
    private const string Told = "told";

    public override StageName Name => StageName.Sign;

    public override int Version => 2;

    // What ships, and what it is called, follow from the image that it is put on too.
    public override InputScope Reads => InputScope.Everything;

    public override string Options(Platform platform)
    {
        var keys = Keys(platform);
        var key = keys.FindSigningKey();
        return $"{key.Kind} {key.Public.Id} {keys.Trust()?.Digest}";
    }

    public override bool OutputsInPlace(StageContext context, StageResult recorded) =>
        recorded.Outputs.TryGetValue(Told, out var told) && told == StageEvidence.DigestOf(context)
        && File.Exists(Path.Combine(PackageStage.FolderOf(context), AttestationName.Provenance.Path));

    public override IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) => [PackageStage.FolderOf(context)];

    public override IEnumerable<Project> Links(Unit unit) => [];

    public override bool UsesPackages(Unit unit) => false;

    protected override async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        // Asked for alone, it signs what lies there; in a run, only what was packaged in it.
        Digest? packaged = null;
        if (context.Earlier.TryGetValue(StageName.Package, out var package))
        {
            if (!package.Outputs.TryGetValue(PackageStage.Release, out var digest)) return StageResult.Skipped("nothing was packaged");
            packaged = digest;
        }
        try
        {
            var signed = await ReleaseSigner.SignAsync(
                PackageStage.FolderOf(context), Keys(context.Run.Platform).FindSigningKey(), await StageEvidence.OfAsync(context, cancellationToken), packaged, cancellationToken);
            var result = StageResult.Succeeded with
            {
                Outputs = StageResult.Succeeded.Outputs.SetItem(PackageStage.Release, signed.Digest).SetItem(Told, StageEvidence.DigestOf(context)),
            };
            return result.With("statements", signed.Statements);
        }
        catch (KnownFailureException failure)
        {
            return ReleaseFindings.Failed(context, failure);
        }
    }

    /// <summary><see cref="VerificationKeys"/>, read once for a whole run.</summary>
    public static Task<ImmutableArray<TrustedKey>> VerificationKeysAsync(RunContext run) =>
        run.Resources.GetAsync("verification keys", () => Task.FromResult(VerificationKeys(run)));

    /// <summary>The key given on the command line, else those of <c>trust.yaml</c>, else the key that signs here; never one out of a release.</summary>
    /// <exception cref="Model.Problems.BadInputException">A key cannot be read, or <c>trust.yaml</c> is wrong.</exception>
    public static ImmutableArray<TrustedKey> VerificationKeys(RunContext run) => Keys(run.Platform).FindVerificationKeysHere(run.VerificationKey);

    private static KeyStore Keys(Platform platform) => new(KeyPlaces.FromEnvironment(platform.Root));
}
