using System.Collections.Immutable;
using Slipway.Machine.Git;
using Slipway.Model.Platforms;
using Slipway.Model.Units;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.Affected;

/// <summary>
/// Which units each plain source file reaches, and by which way: enough to answer which units a change affects that touches nothing else, and
/// that neither adds nor removes a file. Whatever else has changed may change the graph itself, so it is not in the map.
/// </summary>
/// <param name="Commit">The commit that was checked out.</param>
/// <param name="Reached">By class of files that reach the same units by the same ways: those units in order, and the way's units behind each.</param>
/// <param name="Files">The class of each file, by its path from the platform's root.</param>
public sealed record AffectedMap(
    string Commit, ImmutableArray<ImmutableArray<ImmutableArray<UnitId>>> Reached, ImmutableSortedDictionary<string, int> Files)
{
    // What no project file, manifest or tool is written in: nothing of the graph is read from these.
    private static readonly ImmutableHashSet<string> Plain = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".cs", ".razor", ".cshtml", ".css", ".scss", ".html", ".ts", ".tsx", ".vue", ".svelte", ".sql", ".resx", ".md", ".txt", ".svg", ".png");

    /// <summary>Null where the work tree differs from its commit by more than the content of plain files, or lies in no git work tree.</summary>
    /// <param name="platform">The platform as it lies there.</param>
    /// <param name="today">Its fingerprints.</param>
    /// <param name="cancel">Ends git.</param>
    public static async Task<AffectedMap?> OfAsync(Platform platform, UnitFingerprints today, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(today);
        if (await GitRepository.FindAsync(platform.Root, cancellationToken: cancel) is not { } git) return null;
        if (await git.HeadAsync(cancel) is not { } head) return null;
        var reached = Reach(platform, today);
        var committed = await today.AtAsync(git, head.Commit, cancel);
        if (!committed.Files.Select(file => (file.Path, file.Mode)).SequenceEqual(today.Files.Select(file => (file.Path, file.Mode)))) return null;
        if (committed.Files.Except(today.Files).Any(file => !reached.ContainsKey(file.Path))) return null;
        var classes = reached.Values.DistinctBy(Key, StringComparer.Ordinal).ToImmutableArray();
        var numbers = classes.Select((ways, number) => (ways, number)).ToDictionary(pair => Key(pair.ways), pair => pair.number, StringComparer.Ordinal);
        return new(
            head.Commit,
            [.. classes.Select(ways => ways.ToImmutableArray())],
            reached.ToImmutableSortedDictionary(pair => pair.Key, pair => numbers[Key(pair.Value)], StringComparer.Ordinal));
    }

    // What nobody reads is in the map too: it is known to reach nobody. What MSBuild reads is not: it may say a reference.
    private static Dictionary<string, List<ImmutableArray<UnitId>>> Reach(Platform platform, UnitFingerprints today)
    {
        var read = platform.Units.SelectMany(unit => unit.Projects).SelectMany(project => project.Imports).ToHashSet(StringComparer.Ordinal);
        var reached = today.Files.Where(file => IsPlain(file) && !read.Contains(file.Path)).ToDictionary(file => file.Path, _ => new List<ImmutableArray<UnitId>>(), StringComparer.Ordinal);
        foreach (var unit in platform.Units.Select(unit => unit.Id).Order())
        {
            var ways = new InputWays(platform, unit, today, InputScope.Everything);
            foreach (var name in today.InputsOf(unit).Select(input => input.Name).Distinct(StringComparer.Ordinal))
                if (reached.TryGetValue(name, out var units)) units.Add(ways.To(name));
        }
        return reached;
    }

    // A name that git would quote is left to who can read quotes.
    private static bool IsPlain(InputFile file) =>
        file.Mode is "100644" or "100755" && Plain.Contains(Path.GetExtension(file.Path)) && file.Path.All(letter => letter is > ' ' and < '\x7f' and not '"' and not '\\');

    private static string Key(IEnumerable<ImmutableArray<UnitId>> ways) => string.Join('\n', ways.Select(way => string.Join(' ', way)));
}
