using System.Collections.Immutable;
using Slipway.Machine.Processes;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>What one MSBuild invocation came to.</summary>
internal sealed record BuildResult
{
    public required ProcessResult Process { get; init; }

    public required ImmutableArray<BuildFinding> Findings { get; init; }

    /// <summary>Projects that MSBuild gave up, relative to the platform's root.</summary>
    public required ImmutableHashSet<string> FailedProjects { get; init; }

    public bool Succeeded => Process.ExitCode == 0;
}
