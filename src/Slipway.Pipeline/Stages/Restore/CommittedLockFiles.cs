using System.Collections.Immutable;
using Slipway.Machine.Git;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages.Node;

namespace Slipway.Pipeline.Stages.Restore;

/// <summary>Finds lock files that lie in the work tree and not in the commit: in CI something has just written them, and nobody has seen them.</summary>
internal static class CommittedLockFiles
{
    // The launcher compiles the platform's host before anything of ours runs, and that restore writes what it misses.
    private const string OfHost = "build/packages.lock.json";

    public static async Task<ImmutableArray<LockFileGap>> GapsAsync(RunContext run, ImmutableArray<Unit> units, CancellationToken cancellationToken)
    {
        var root = run.Platform.Root;
        if (await GitRepository.FindAsync(root, run.Processes, cancellationToken) is not { } git) return [];
        if (await git.HeadCommitAsync(cancellationToken) is not { } commit) return [];
        var files = units.SelectMany(unit => unit.Projects).Select(project => project.LockFile).OfType<string>()
            .Concat(units.Where(unit => unit.Toolchain == Toolchain.Node).Select(unit => NodeLockFile.In(run, NodeLockFile.PlaceOf(run, unit))))
            .Append(OfHost)
            .Distinct(StringComparer.Ordinal)
            .Where(file => File.Exists(Path.Join(root, file)))
            .ToDictionary(file => Path.GetRelativePath(git.Root, Path.Join(root, file)).Replace('\\', '/'), StringComparer.Ordinal);
        if (files.Count == 0) return [];
        foreach (var committed in await git.ListFilesAtAsync(commit, [.. files.Keys], cancellationToken)) files.Remove(committed.Path);
        return [.. files.Values.Order(StringComparer.Ordinal).Select(file => new LockFileGap(file, "is not committed"))];
    }
}
