using System.Collections.Immutable;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages.Node;

namespace Slipway.Pipeline.Stages.Restore;

/// <summary>The <c>package-lock.json</c> of Node units, usually one for the whole workspace.</summary>
internal static class NpmLockFiles
{
    public static ImmutableArray<LockFileGap> Gaps(RunContext run, ImmutableArray<Unit> units) =>
        [.. Folders(run, units).Select(folder => GapOf(run, folder)).OfType<LockFileGap>()];

    public static async Task WriteAsync(RunContext run, ImmutableArray<Unit> units, bool anew, CancellationToken cancellationToken)
    {
        foreach (var folder in Folders(run, units).Where(folder => anew || GapOf(run, folder) is not null))
        {
            var npm = await NodeTools.NpmAsync(
                run, ["install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund"], folder, _ => { }, cancellationToken);
            if (!npm.Succeeded) throw Failed(run, folder, npm.ExitCode, npm.Tail);
        }
    }

    private static IEnumerable<string> Folders(RunContext run, ImmutableArray<Unit> units) => units
        .Where(unit => unit.Toolchain == Toolchain.Node)
        .Select(unit => NodeLockFile.PlaceOf(run, unit))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static LockFileGap? GapOf(RunContext run, string folder)
    {
        var file = NodeLockFile.In(run, folder);
        if (!File.Exists(Path.Join(run.Platform.Root, file))) return LockFileGap.Missing(file);
        var lacking = LockedWorkspace.Lacking(run, folder);
        return lacking.IsEmpty ? null : new(file, $"lacks {string.Join(", ", lacking)}");
    }

    private static KnownFailureException Failed(RunContext run, string folder, int exitCode, string tail) => new(new Problem
    {
        Code = Codes.LockFileNotWritten,
        Message = $"npm ended with exit code {exitCode}, so the lock file was not written:\n{tail}",
        File = NodeLockFile.In(run, folder),
        Mend = "correct what it says of packages and registry, and run again",
    });
}
