using System.Collections.Immutable;
using Slipway.Artifacts.Verification;
using Slipway.Model.Problems;
using Slipway.Model.Stages;

namespace Slipway.Pipeline.Stages.Package;

/// <summary>What is wrong with a release, as findings with a file below the platform's root, for reports and annotations.</summary>
internal static class ReleaseFindings
{
    public static ImmutableArray<Finding> Of(StageContext context, IEnumerable<Problem> problems) =>
    [
        .. ReleaseProblems.From(context.Run.Platform.Root, PackageStage.FolderOf(context), problems.Select(Printable.Of)).Select(problem => problem.ToFinding()),
    ];

    /// <summary>A stage that stopped because of a release, with every problem as a finding.</summary>
    public static StageResult Failed(StageContext context, KnownFailureException failure) =>
        StageResult.Failed(Printable.Of(failure.Problems[0].Message)) with { Findings = Of(context, failure.Problems) };
}
