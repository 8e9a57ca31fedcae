using System.Collections.Immutable;
using Slipway.Model.Stages;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>Gives every unit its own part of what one MSBuild invocation said about all.</summary>
internal static class BuildSplit
{
    /// <param name="judge">Makes a unit's result from the findings in its projects.</param>
    public static ImmutableArray<StageResult> ByUnit(
        ImmutableArray<StageContext> batch, BuildResult build, Func<StageContext, ImmutableArray<Finding>, StageResult> judge)
    {
        var results = batch.Select(context => judge(context, Of(context, build))).ToImmutableArray();
        if (build.Succeeded || results.Any(result => result.Outcome is StageOutcome.Failed)) return results;
        if (build.FailedProjects.Any(failed => batch.Any(context => context.Unit.Projects.Any(project => project.Path == failed)))) return results;

        // MSBuild failed and blamed no project of ours: everybody learns it, with its last words.
        var failed = StageResult.Failed($"dotnet ended with exit code {build.Process.ExitCode}") with
        {
            Findings = [.. build.Findings.Select(found => found.Finding)],
            Notes = [build.Process.Tail],
        };
        return [.. results.Select(result => failed with { PassedOn = result.PassedOn })];
    }

    // Some messages, NuGet's among them, name the project as their file only.
    public static ImmutableArray<Finding> Of(StageContext context, BuildResult build)
    {
        var projects = context.Unit.Projects.Select(project => project.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. build.Findings
                .Where(found => Holds(found.Project) || Holds(found.Finding.File))
                .Select(found => found.Finding)
                .DistinctBy(finding => (finding.Id, finding.File?.Trim(), finding.Line, finding.Column, finding.Message)),
        ];

        bool Holds(string? path) => path is not null && projects.Contains(path.Trim());
    }
}
