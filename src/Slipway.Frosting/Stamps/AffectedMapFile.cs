using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Slipway.Frosting.Output;
using Slipway.Machine.Git;
using Slipway.Model.Platforms;
using Slipway.Workspace.Affected;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Frosting.Stamps;

/// <summary>
/// The map from which the launcher says, without a host, which units a change affects. Where it lies the launcher tells by
/// <c>SLIPWAY_AFFECTED</c>. Beside it lies a watch list of what has a say from outside of the repository.
/// </summary>
internal static class AffectedMapFile
{
    private const string Variable = "SLIPWAY_AFFECTED";

    /// <summary>Leaves a map for the next call, if a launcher asked for one, the same would be read again, and the work tree allows it; else none.</summary>
    public static async Task LeaveAsync(Platform platform, UnitFingerprints today, Func<Task<bool>> isCertain, CancellationToken cancellation)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path) return;
        try
        {
            if (File.Exists(path)) File.Delete(path);
            if (await GitRepository.FindAsync(platform.Root, cancellationToken: cancellation) is not { } git || !await isCertain()) return;
            if (await AffectedMap.OfAsync(platform, today, cancellation) is not { } map || WatchList.Around(git.Root, platform) is not { } watch) return;
            RunStamp.Write(path + ".watch", watch);
            if (await RunStamp.StateAsync(path + ".watch") is not { Length: > 0 } state) return;
            var prefix = Path.GetRelativePath(git.Root, platform.Root) is var below and not "." ? $"{below.Replace('\\', '/')}/" : "";
            RunStamp.Write(path, Text([state, git.Root, prefix, map.Commit], map, platform));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Somewhere that cannot be written, the next call is merely slower.
        }
    }

    private static string Text(ImmutableArray<string> head, AffectedMap map, Platform platform)
    {
        var text = new StringBuilder().AppendJoin('\n', head).Append(CultureInfo.InvariantCulture, $"\nunits\t{platform.Units.Length}\n");
        var places = platform.Units.Select(unit => unit.Id).Order().Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place + 1);
        for (var number = 0; number < map.Reached.Length; number++)
            foreach (var way in map.Reached[number])
                text.Append(CultureInfo.InvariantCulture, $"unit\t{number}\t{way[0]}\t{AffectedText.Through(way)}\t{places[way[0]]}\n");
        foreach (var (path, number) in map.Files) text.Append(CultureInfo.InvariantCulture, $"file\t{number}\t{path}\n");
        return text.ToString();
    }
}
