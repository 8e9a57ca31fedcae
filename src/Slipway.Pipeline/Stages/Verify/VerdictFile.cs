using Slipway.Artifacts.Keys;
using Slipway.Artifacts.Verification;
using Slipway.Evidence.Statements;

namespace Slipway.Pipeline.Stages.Verify;

/// <summary>The signed summary that <c>--vsa</c> asks for, one a unit: <c>services/catalog.vsa.sigstore.json</c>.</summary>
internal static class VerdictFile
{
    public static Task WriteAsync(StageContext context, ReleaseVerdict verdict, string folder, CancellationToken cancellationToken)
    {
        var key = new KeyStore(KeyPlaces.FromEnvironment(context.Run.Platform.Root)).FindSigningKey();
        var signing = new SigningAct { Invocation = context.Run.Invocation, SignedAt = verdict.VerifiedAt, Builder = context.Run.Builder, Key = key.Kind };
        var path = Path.Combine(folder, context.Unit.Id.Folder, $"{context.Unit.Name.Lower}.vsa.sigstore.json");
        return VerdictSummary.WriteAsync(verdict, path, key, signing, cancellation: cancellationToken);
    }
}
