using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.Restore;

/// <summary>
/// Settles the lock files before the plan is made: they are inputs of every fingerprint, so a stage that wrote them would undo what the
/// run has just proved. Whoever develops gets them written, and is told to commit them; in CI only what is committed counts.
/// </summary>
public static class LockFiles
{
    /// <param name="say">Gets what the user has to know, a line at a time.</param>
    /// <returns>Whether a file was written, so that fingerprints have to be read again.</returns>
    /// <exception cref="BadInputException">In CI a lock file is missing or out of date; or a chosen unit does not exist.</exception>
    /// <exception cref="KnownFailureException">A tool could not write one; everything is as it was.</exception>
    public static async Task<bool> SettleAsync(RunContext run, LockFileOrder order, Action<string> say, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(say);
        var units = UnitsOf(run, order);
        var gaps = NuGetLockFiles.Gaps(run, units).AddRange(NpmLockFiles.Gaps(run, units));
        if (run.InCi && !order.Anew)
        {
            gaps = gaps.AddRange(await CommittedLockFiles.GapsAsync(run, units, cancellationToken));
            return gaps.IsEmpty ? false : throw new BadInputException([.. gaps.Select(Stale)]);
        }
        if (gaps.IsEmpty && !order.Anew) return false;
        if (order.MayWrite) return await WriteAsync(run, units, gaps, order.Anew, say, cancellationToken);
        say(order.Anew ? "A run would resolve packages anew and write every lock file." : $"A run would write {Named(gaps.Select(gap => gap.File))} first.");
        return false;
    }

    // Restoring a project restores what it references.
    private static ImmutableArray<Unit> UnitsOf(RunContext run, LockFileOrder order)
    {
        var uses = run.Platform.Uses();
        var closure = Planner.Choose(run.Platform, order.Units).SelectMany(unit => Platform.Closure(unit.Id, uses)).ToHashSet();
        return [.. run.Platform.Units.Where(unit => closure.Contains(unit.Id))];
    }

    private static async Task<bool> WriteAsync(
        RunContext run, ImmutableArray<Unit> units, ImmutableArray<LockFileGap> gaps, bool anew, Action<string> say, CancellationToken cancellationToken)
    {
        say(anew ? "Resolving packages anew, for the lock files ..." : $"Resolving packages, to write {Named(gaps.Select(gap => gap.File))} ...");
        var before = LockFileSnapshot.Of(run);
        try
        {
            await NuGetLockFiles.WriteAsync(run, units, anew, cancellationToken);
            await NpmLockFiles.WriteAsync(run, units, anew, cancellationToken);
            if (gaps.FirstOrDefault(gap => !File.Exists(Path.Join(run.Platform.Root, gap.File))) is { } gap) throw NotWritten(gap);
        }
        catch
        {
            before.Undo();
            throw;
        }
        var written = before.Changed();
        say(written.IsEmpty ? "Every lock file is as it was." : $"Wrote {Named(written)}: commit {(written.Length == 1 ? "it" : "them")}.");
        return !written.IsEmpty;
    }

    private static string Named(IEnumerable<string> files)
    {
        string[] all = [.. files];
        var some = string.Join(", ", all.Take(3));
        return $"{Verdict.Count(all.Length, "lock file")} ({some}{(all.Length > 3 ? $" and {all.Length - 3} more" : "")})";
    }

    private static Problem Stale(LockFileGap gap) => new()
    {
        Code = Codes.LockFileStale,
        Message = $"The lock file {gap.State}, so what CI installs would be decided by the registry.",
        File = gap.File,
        Mend = "run ./build.sh --target=Restore on your machine and commit the lock file",
    };

    private static KnownFailureException NotWritten(LockFileGap gap) => new(new Problem
    {
        Code = Codes.LockFileNotWritten,
        Message = "The restore ended well, but did not write this lock file.",
        File = gap.File,
        Mend = "see that nothing switches lock files off for that project: RestorePackagesWithLockFile, .npmrc",
    });
}
