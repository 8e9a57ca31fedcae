using System.Collections.Immutable;
using Slipway.Machine.Git;

namespace Slipway.Frosting.Stamps;

/// <summary>
/// What git found on its last walk for new and ignored files, kept beside a watch list with the list of everything that another walk would rest
/// on: as long as the launcher sees all of that unchanged, it does not let git walk.
/// </summary>
internal static class KeptWalk
{
    public static async Task KeepAsync(GitRepository repository, string watch)
    {
        Delete(watch);
        var walked = await repository.WalkAsync();
        if (walked.IsEmpty || HasSlowClock(walked)) return;
        RunStamp.Write(ListOf(watch), WatchList.Listed(repository.Root, walked));
        await RunStamp.KeepWalkAsync(watch);
        // A folder that came while they were listed can be missing, and then nobody would look at it.
        if (!walked.SequenceEqual(await repository.WalkAsync())) Delete(watch);
    }

    public static void Delete(string watch)
    {
        File.Delete(FoundOf(watch));
        File.Delete(ListOf(watch));
    }

    // A file system that tells times by whole seconds does not tell a change from one that came before it in the same second.
    private static bool HasSlowClock(ImmutableArray<string> folders) => folders.All(folder => Directory.GetLastWriteTimeUtc(folder).Ticks % TimeSpan.TicksPerSecond == 0);

    private static string ListOf(string watch) => $"{watch}.walk";

    private static string FoundOf(string watch) => $"{watch}.found";
}
