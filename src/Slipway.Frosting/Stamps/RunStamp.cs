using System.Collections.Immutable;
using System.Globalization;
using Slipway.Frosting.Hosting;
using Slipway.Machine.Files;
using Slipway.Machine.Git;
using Slipway.Machine.Processes;
using Slipway.Pipeline.Runs;

namespace Slipway.Frosting.Stamps;

/// <summary>
/// What a run leaves for the launcher when nothing had to be executed: a list of everything that must be unchanged for its word to stand,
/// the digest of all that, and its words. The digest is the launcher's own, made before the run and again after it, so an edit meanwhile
/// leaves no stamp. A run that could not be stamped leaves at least the list, for the next one.
/// </summary>
internal static class RunStamp
{
    // Beside the host, where the launcher finds it too.
    private static readonly string Script = Path.Join(AppContext.BaseDirectory, "unchanged.sh");
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <param name="order">Where to.</param>
    /// <param name="began">The state that the run began in; empty where it could not be told.</param>
    /// <param name="settings">The host's.</param>
    /// <param name="session">Has ended.</param>
    public static async Task LeaveAsync(LauncherOrder order, string began, HostSettings settings, HostSession session)
    {
        try
        {
            if (File.Exists(order.StampFile)) File.Delete(order.StampFile);
            if (session.Premises is not { } premises) return;
            var repositories = await RepositoriesAsync(settings, session);
            if (repositories.IsEmpty || await WatchAsync(settings, session, premises, repositories) is not { } watch) return;
            var nothingRan = premises.NothingRan;
            // A list that nothing will be stamped by would be looked through for nothing.
            if (nothingRan && !await session.IsCertainAsync()) watch.Delete(order.WatchFile);
            else if (!watch.LieAt(order.WatchFile)) watch.Write(order.WatchFile);
            else if (nothingRan && began.Length > 0 && await StateAsync(order.WatchFile) == began)
            {
                Write(order.StampFile, Text(began, session));
                if (repositories is [var repository]) await KeptWalk.KeepAsync(repository, order.WatchFile);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Somewhere that cannot be written, the next run is merely slower.
        }
    }

    private static async Task<WatchList?> WatchAsync(HostSettings settings, HostSession session, RunPremises premises, ImmutableArray<GitRepository> repositories)
    {
        if (!File.Exists(Script) || session.Printer.Verbose) return null;
        if (RepeatableCall.Leaves(settings, session.Arguments, session.Graph) is not { } leaves) return null;
        return WatchList.Of([.. repositories.Select(repository => repository.Root)], premises.Files.Concat(leaves), session.Arguments.Key, await session.ReadPlatformAsync());
    }

    // The platform's, and where it is another one the host's.
    private static async Task<ImmutableArray<GitRepository>> RepositoriesAsync(HostSettings settings, HostSession session)
    {
        if (await GitRepository.FindAsync((await session.ReadPlatformAsync()).Root) is not { } own) return [];
        return await GitRepository.FindAsync(settings.Root) is { } other && other.Root != own.Root ? [own, other] : [own];
    }

    /// <summary>The digest of everything that a watch list names, as the launcher makes it; empty where something is in doubt.</summary>
    public static async Task<string> StateAsync(string watch) => (await AskAsync(watch)).Output.Trim();

    /// <summary>Lets the launcher keep what git finds on a walk through the folders that were listed for it.</summary>
    public static Task KeepWalkAsync(string watch) => AskAsync(watch, "keep");

    private static Task<ProcessResult> AskAsync(params string[] words) => new ProcessRunner().RunAsync(ProcessRequest.For("bash", [Script, .. words]));

    private static string Text(string state, HostSession session)
    {
        var results = session.Results;
        var stands = string.Create(CultureInfo.InvariantCulture,
            $"Nothing has changed since {DateTimeOffset.UtcNow:yyyy-MM-dd HH:mm:ss} UTC: {results.Length} stages of {results.Select(result => result.Node.Unit).Distinct().Count()} units stand. --no-replay runs them all the same.");
        return string.Join('\n', [state, session.SummaryFile!, .. session.Summary, "", stands, ""]);
    }

    /// <summary>Writes one of the launcher's files, and deletes those that nobody has renewed for a month.</summary>
    public static void Write(string path, string text)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        foreach (var old in folder.EnumerateFiles().Where(file => file.LastWriteTimeUtc < DateTime.UtcNow - Kept)) old.Delete();
        AtomicFile.WriteAllText(path, text);
    }
}
