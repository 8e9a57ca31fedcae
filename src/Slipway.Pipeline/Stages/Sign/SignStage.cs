using Slipway.Artifacts.Keys;
using Slipway.Artifacts.Signing;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages.Package;

namespace Slipway.Pipeline.Stages.Sign;

/// <summary>Signs each release with the key that the environment names, else with this machine's development key.</summary>
public sealed class SignStage : UnitStage
{
    public override StageName Name => StageName.Sign;

    public override string Options(Platform platform)
    {
        var key = Keys(platform).FindSigningKey();
        return $"{key.Kind} {key.Public.Id}";
    }

    public override bool OutputsInPlace(StageContext context) =>
        File.Exists(Path.Combine(PackageStage.FolderOf(context), "attestations", "release.sigstore.json"));

    protected override async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        if (!context.Earlier.TryGetValue(StageName.Package, out var package) || !package.Outputs.TryGetValue(PackageStage.Release, out var packaged))
            return StageResult.Skipped("nothing was packaged");
        var signed = await ReleaseSigner.SignAsync(
            PackageStage.FolderOf(context), Keys(context.Run.Platform).FindSigningKey(), packaged, cancellationToken);
        return StageResult.Succeeded with { Outputs = StageResult.Succeeded.Outputs.SetItem(PackageStage.Release, signed.Digest) };
    }

    internal static KeyStore Keys(Platform platform) => new(KeyPlaces.FromEnvironment(platform.Root));
}
