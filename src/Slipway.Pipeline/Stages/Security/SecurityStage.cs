using System.Collections.Immutable;
using System.Globalization;
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
    private const string LookedAt = "code and files as they were looked at ";

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
        // The feeds are asked every day, the very same files are looked at once.
        var looked = batch.Select(Kept).ToArray();
        var due = batch.Where((_, index) => looked[index] is null).ToImmutableArray();
        var code = due.IsEmpty ? [] : due[0].Unit.Toolchain == Toolchain.DotNet ? await CodeScan.RunAsync(due, cancellationToken) : CodeScan.None(due);
        var scanned = new Queue<StageResult>(due.Zip(code, (context, found) => Looked(found, Secrets(context, cancellationToken))));
        var results = ImmutableArray.CreateBuilder<StageResult>(batch.Length);
        for (var index = 0; index < batch.Length; index++)
        {
            results.Add(Join(looked[index] ?? scanned.Dequeue(), await PackagesAsync(batch[index], cancellationToken)));
        }
        return results.MoveToImmutable();
    }

    // What lapsed for another reason than the feeds, such as rules that could not be had, is looked at again.
    private static StageResult? Kept(StageContext context)
    {
        if (context.Lapsed is not { Result: { Outcome: StageOutcome.Succeeded, Findings.IsEmpty: true } result } record) return null;
        if (!result.SkippedChecks.All(check => PackageAudit.Makes(check.What))) return null;
        return result with
        {
            SkippedChecks = [],
            Notes = result.Notes.Any(note => note.StartsWith(LookedAt, StringComparison.Ordinal)) ? result.Notes
                : [.. result.Notes, string.Create(CultureInfo.InvariantCulture, $"{LookedAt}{record.ExecutedAt:yyyy-MM-dd HH:mm} UTC; packages now")],
        };
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

    private static StageResult Looked(CodeScanResult code, SecretScan secrets)
    {
        if (code.Reason is { } reason) return StageResult.Skipped(reason);
        var result = StageResult.Succeeded with
        {
            Findings = [.. code.Findings, .. secrets.Findings],
            Notes = [.. code.Notes, .. secrets.Notes],
            SkippedChecks = [.. code.SkippedChecks, .. secrets.SkippedChecks],
            Tools = code.Tools,
        };
        return result.With("files", secrets.Files).With("rules", code.Rules);
    }

    private static StageResult Join(StageResult looked, PackageAudit packages)
    {
        if (looked.Outcome is StageOutcome.Skipped) return looked;
        var result = Verdict.Of([.. looked.Findings, .. packages.Findings], warningsFail: true);
        return (result with
            {
                Notes = looked.Notes,
                SkippedChecks = [.. looked.SkippedChecks, .. packages.Unavailable],
                Tools = looked.Tools,
                Numbers = looked.Numbers.SetItems(result.Numbers),
            })
            .With("packages", packages.Packages);
    }
}
