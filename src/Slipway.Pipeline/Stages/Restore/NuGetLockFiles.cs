using System.Collections.Immutable;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Restore;

/// <summary>The <c>packages.lock.json</c> of .NET projects: one restore writes them all.</summary>
internal static class NuGetLockFiles
{
    public static ImmutableArray<LockFileGap> Gaps(RunContext run, ImmutableArray<Unit> units) =>
        [.. Keeping(units).Where(project => !Lies(run, project)).Select(project => LockFileGap.Missing(project.LockFile!))];

    /// <summary>Whether a restore of all these projects can be held to what their lock files say.</summary>
    public static bool Lie(RunContext run, IEnumerable<Project> projects) => projects.All(project => project.LockFile is not null && Lies(run, project));

    public static async Task WriteAsync(RunContext run, ImmutableArray<Unit> units, bool anew, CancellationToken cancellationToken)
    {
        Project[] projects = [.. Keeping(units).Where(project => anew || !Lies(run, project))];
        if (projects.Length == 0) return;
        var build = await new DotNetCli(run).RestoreAsync(
            "lock-files", projects, [.. anew ? ["--force-evaluate"] : ImmutableArray<string>.Empty, .. DotNetRestore.Quiet],
            _ => { }, cancellationToken);
        if (!build.Succeeded) throw Failed(build);
    }

    private static IEnumerable<Project> Keeping(ImmutableArray<Unit> units) =>
        units.SelectMany(unit => unit.Projects).Where(project => project.LockFile is not null);

    private static bool Lies(RunContext run, Project project) => File.Exists(Path.Join(run.Platform.Root, project.LockFile));

    private static KnownFailureException Failed(BuildResult build) => new(new Problem
    {
        Code = Codes.LockFileNotWritten,
        Message = $"dotnet restore ended with exit code {build.Process.ExitCode}, so no lock file was written:\n{build.Process.Tail}",
        Mend = "correct what it says of packages and sources, and run again",
    });
}
