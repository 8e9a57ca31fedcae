using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Security.Secrets;

namespace Slipway.Pipeline.Stages.Security;

/// <summary>Insecure code, by a compile of its own with the security rules; secrets in files; packages that are known to be bad.</summary>
public sealed class SecurityStage : Stage
{
    public override StageName Name => StageName.Security;

    public override ImmutableArray<string> Limits => ["msbuild"];

    public override string BatchKey(Unit unit) => unit.Toolchain == Toolchain.DotNet ? "dotnet" : base.BatchKey(unit);

    public override async Task<ImmutableArray<StageResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken)
    {
        var code = batch[0].Unit.Toolchain == Toolchain.DotNet ? await CodeScan.RunAsync(batch, cancellationToken) : CodeScan.None(batch);
        var results = ImmutableArray.CreateBuilder<StageResult>(batch.Length);
        foreach (var (context, scanned) in batch.Zip(code))
        {
            results.Add(Join(scanned, Secrets(context, cancellationToken)));
        }
        return results.MoveToImmutable();
    }

    private static SecretScan Secrets(StageContext context, CancellationToken cancellationToken)
    {
        var platform = context.Run.Platform;
        var scanner = new FileScanner(platform.Root, platform.Settings.SecretScanExclusions);
        return scanner.Scan(context.Run.Inputs.InputsOf(context.Unit.Id).Select(file => file.Path), cancellationToken);
    }

    private static StageResult Join(CodeScanResult code, SecretScan secrets)
    {
        if (code.Reason is { } reason) return StageResult.Skipped(reason);
        var result = Verdict.Of([.. code.Findings, .. secrets.Findings], warningsFail: true);
        return (result with { Notes = [.. code.Notes, .. secrets.Notes], Tools = code.Tools })
            .With("files", secrets.Files)
            .With("rules", code.Rules);
    }
}
