using System.Collections.Immutable;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages.Node;

namespace Slipway.Pipeline.Stages.Restore;

/// <summary>
/// <c>npm ci</c>, once for each lock file. A lock file that lacks a member of the workspace is completed on a developer's machine, and
/// said; in CI it is an error.
/// </summary>
internal static class NodeRestore
{
    public static bool IsDone(StageContext context) =>
        NodeLockFile.FolderOf(context) is { } folder && File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json"));

    public static async Task<ImmutableArray<StageResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken)
    {
        var results = new Dictionary<string, StageResult>(StringComparer.Ordinal);
        var answers = ImmutableArray.CreateBuilder<StageResult>(batch.Length);
        foreach (var context in batch)
        {
            var folder = NodeLockFile.FolderOf(context) ?? context.Folder;
            if (!results.TryGetValue(folder, out var result)) results[folder] = result = await InstallAsync(context, folder, cancellationToken);
            answers.Add(result);
        }
        return answers.MoveToImmutable();
    }

    private static async Task<StageResult> InstallAsync(StageContext context, string folder, CancellationToken cancellationToken)
    {
        var completed = await CompleteLockAsync(context, folder, cancellationToken);
        var install = await NodeTools.NpmAsync(context, ["ci", "--no-audit", "--no-fund"], folder, cancellationToken);
        if (install.ExitCode == 0) return StageResult.Succeeded with { Notes = completed };
        return StageResult.Failed($"npm ci ended with exit code {install.ExitCode} in {context.Relative(folder)}") with { Notes = [install.Tail] };
    }

    private static async Task<ImmutableArray<string>> CompleteLockAsync(StageContext context, string folder, CancellationToken cancellationToken)
    {
        var lockFile = Path.Combine(folder, "package-lock.json");
        var exists = File.Exists(lockFile);
        if (exists && LockedWorkspace.Covers(lockFile, Path.GetRelativePath(folder, context.Run.Platform.Root), context)) return [];
        var state = exists ? "lacks a member of the workspace" : "is missing";
        if (context.Run.InCi) throw Stale(context, lockFile, state);

        var update = await NodeTools.NpmAsync(context, ["install", "--package-lock-only", "--no-audit", "--no-fund"], folder, cancellationToken);
        if (update.ExitCode != 0) return [$"{context.Relative(lockFile)} {state} and npm could not complete it", update.Tail];
        return [$"{context.Relative(lockFile)} {state}; it was completed: commit it"];
    }

    private static KnownFailureException Stale(StageContext context, string lockFile, string state) => new(new Problem
    {
        Code = Codes.LockFileStale,
        Message = $"The lock file {state}, so what CI installs would be decided by the registry.",
        File = context.Relative(lockFile),
        Mend = "run ./build.sh --target=Restore on your machine and commit the lock file",
    });
}
