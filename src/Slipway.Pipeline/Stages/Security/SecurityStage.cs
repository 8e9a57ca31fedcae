using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Stages.DotNet;
using Slipway.Pipeline.Stages.Node;
using Slipway.Security.Compile;
using Slipway.Security.Packages;
using Slipway.Security.Secrets;
using Slipway.Workspace;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Pipeline.Stages.Security;

/// <summary>Insecure code, by a compile of its own with the security rules; secrets in files; packages that are known to be bad.</summary>
public sealed class SecurityStage : Stage
{
    public override StageName Name => StageName.Security;

    public override int Version => 2;

    public override InputScope Reads => InputScope.Bytes;

    // Of shared files a unit's fingerprint knows what the unit reads; a secret may stand in the rest, and then it is everybody's.
    public override string Options(Platform platform)
    {
        var shared = platform.Units.SelectMany(unit => unit.Projects).SelectMany(project => project.Inputs)
            .Where(input => Path.GetFileName(input) == "Directory.Packages.props")
            .Prepend(PlatformLocator.FileName)
            .Distinct(StringComparer.Ordinal);
        var found = new FileScanner(platform.Root, platform.Settings.SecretScanExclusions).Scan(shared);
        return string.Join('\n', found.Findings.Select(finding => $"{finding.File}({finding.Line},{finding.Column}) {finding.Id}"));
    }

    public override ImmutableArray<Limit> LimitsOf(Unit unit) => [Limit.MSBuild];

    public override string BatchKey(Unit unit) => unit.Toolchain == Toolchain.DotNet ? "dotnet" : base.BatchKey(unit);

    public override bool IsVerdictOnly(Unit unit) => true;

    public override IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) => [];

    public override IEnumerable<Project> Links(Unit unit) => unit.DotNetProjects.Where(SecurityCompile.IsShipped);

    // What is known to be bad changes by the day; and what could not be checked elsewhere can perhaps be checked here.
    internal override bool IsValidHere(StageContext context, StageRecord cached) =>
        cached.Result.SkippedChecks.IsEmpty && context.Run.Time.GetUtcNow() - cached.ExecutedAt < TimeSpan.FromDays(1);

    public override async Task<ImmutableArray<StageResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken)
    {
        var code = batch[0].Unit.Toolchain == Toolchain.DotNet ? await CodeScan.RunAsync(batch, cancellationToken) : CodeScan.None(batch);
        var results = ImmutableArray.CreateBuilder<StageResult>(batch.Length);
        foreach (var (context, scanned) in batch.Zip(code))
        {
            results.Add(Join(scanned, Secrets(context, cancellationToken), await PackagesAsync(context, cancellationToken)));
        }
        return results.MoveToImmutable();
    }

    private static SecretScan Secrets(StageContext context, CancellationToken cancellationToken)
    {
        var platform = context.Run.Platform;
        var scanner = new FileScanner(platform.Root, platform.Settings.SecretScanExclusions);
        return scanner.Scan(context.Run.Inputs.FilesOf(context.Unit.Id).Select(file => file.Path), cancellationToken);
    }

    private static Task<PackageAudit> PackagesAsync(StageContext context, CancellationToken cancellationToken)
    {
        var root = context.Run.Platform.Root;
        if (context.Unit.Toolchain == Toolchain.DotNet) return NuGetAudit.AskAsync(root, context.Unit.Projects, cancellationToken: cancellationToken);
        var folder = Path.GetRelativePath(root, NodeLockFile.FolderOf(context) ?? context.Folder).Replace('\\', '/');
        var name = context.Unit.Projects.FirstOrDefault()?.Name;
        return new NpmAudit(context.Run.Processes).AskAsync(root, folder is "." ? "" : folder, name, cancellationToken);
    }

    private static StageResult Join(CodeScanResult code, SecretScan secrets, PackageAudit packages)
    {
        if (code.Reason is { } reason) return StageResult.Skipped(reason);
        var result = Verdict.Of([.. code.Findings, .. secrets.Findings, .. packages.Findings], warningsFail: true);
        return (result with
            {
                Notes = [.. code.Notes, .. secrets.Notes],
                SkippedChecks = [.. code.SkippedChecks, .. secrets.SkippedChecks, .. packages.Unavailable],
                Tools = code.Tools,
            })
            .With("files", secrets.Files)
            .With("packages", packages.Packages)
            .With("rules", code.Rules);
    }
}
