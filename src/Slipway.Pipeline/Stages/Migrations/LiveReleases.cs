using System.Collections.Immutable;
using Slipway.Artifacts.Store;
using Slipway.Compatibility.Versions;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>The releases that run somewhere, or may be gone back to, as somebody says it. What nobody says anything about is for others to guess.</summary>
/// <param name="Versions">By unit; ascending.</param>
public sealed record LiveReleases(ImmutableSortedDictionary<UnitId, ImmutableArray<string>> Versions)
{
    private const string FilePrefix = "file:";

    public static LiveReleases Unknown { get; } = new(ImmutableSortedDictionary<UnitId, ImmutableArray<string>>.Empty);

    /// <summary>Those of a unit; null where nobody has said anything.</summary>
    public ImmutableArray<string>? Of(UnitId unit) => Versions.TryGetValue(unit, out var versions) ? versions : null;

    /// <summary>Reads <c>catalog/v1.4.0</c>, lists of it with commas, and <c>file:PATH</c> with one a line; <c>catalog/none</c> says that none is live.</summary>
    /// <param name="values">As they were given.</param>
    /// <param name="platform">Whose units they name.</param>
    /// <exception cref="BadInputException">Everything that is wrong with them.</exception>
    public static LiveReleases Read(IEnumerable<string> values, Platform platform)
    {
        var problems = new List<Problem>();
        var read = values.SelectMany(value => Words(value, problems)).Select(word => Entry(word, platform, problems)).OfType<(UnitId Unit, string? Version)>().ToArray();
        problems.AddRange(read.GroupBy(entry => entry.Unit).Where(same => same.Any(entry => entry.Version is null) && same.Any(entry => entry.Version is not null)).Select(same => new Problem
        {
            Code = Codes.BadLiveRelease, Message = $"{same.Key} is said to be live in a release, and not to be live.", Mend = "say one of the two",
        }));
        if (problems.Count > 0) throw new BadInputException(problems);
        return new(read.GroupBy(entry => entry.Unit).ToImmutableSortedDictionary(
            same => same.Key,
            same => same.Select(entry => entry.Version).OfType<string>().Distinct(StringComparer.Ordinal)
                .OrderBy(version => ReleaseNumber.TryParse(version, out var number) ? number : default).ToImmutableArray()));
    }

    /// <summary>Those of a unit that are not in the store, each with what is there: what nobody has can hold nothing back.</summary>
    internal static IEnumerable<Problem> Missing(UnitId unit, RunContext run)
    {
        if (run.Live.Of(unit) is not { IsEmpty: false } versions) return [];
        var store = run.Relative(run.Paths.Releases);
        var there = new ReleaseStore(run.Paths.Releases).List(unit).Select(release => release.Address.Version).ToArray();
        return versions.Except(there).Select(version => new Problem
        {
            Code = Codes.BadLiveRelease,
            Message = $"{unit} {version} is said to be live, and does not lie in {store}"
                + (there.Length == 0 ? $", where there is no release of {unit} at all." : $"; there are: {string.Join(", ", there.Order(StringComparer.Ordinal))}."),
            Mend = "correct the version, or bring the release there, so that it can be asked what it needs of the database",
        });
    }

    private static IEnumerable<Word> Words(string value, List<Problem> problems)
    {
        if (!value.StartsWith(FilePrefix, StringComparison.Ordinal))
            return value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => new Word(text, null, null));
        var path = value[FilePrefix.Length..];
        try
        {
            return [.. File.ReadAllLines(path).Select((line, index) => new Word(line.Trim(), path, index + 1)).Where(word => word.Text.Length > 0 && word.Text[0] != '#')];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Add(new() { Code = Codes.BadLiveRelease, Message = $"The list of live releases cannot be read: {failure.Message}", File = path, Mend = "give a file with one release a line, such as catalog/v1.4.0" });
            return [];
        }
    }

    private static (UnitId Unit, string? Version)? Entry(Word word, Platform platform, List<Problem> problems)
    {
        var slash = word.Text.LastIndexOf('/');
        var (name, version) = slash < 0 ? (word.Text, "") : (word.Text[..slash], word.Text[(slash + 1)..]);
        var unit = platform.Units.FirstOrDefault(unit => unit.Name.ToString().Equals(name, StringComparison.OrdinalIgnoreCase) || unit.Id.ToString().Equals(name, StringComparison.OrdinalIgnoreCase));
        var number = version.StartsWith('v') ? version[1..] : version;
        if (unit is not null && version == "none") return (unit.Id, null);
        if (unit is not null && ReleaseNumber.TryParse(number, out _)) return (unit.Id, number);
        problems.Add(new()
        {
            Code = Codes.BadLiveRelease,
            Message = unit is null ? $"'{word.Text}' names no unit of this platform." : $"'{word.Text}' names no release of {unit.Id}.",
            File = word.File,
            Line = word.Line,
            Column = word.Line is null ? null : 1,
            Mend = unit is null && Spelling.Nearest(name, platform.Units.Select(known => known.Name.ToString())) is { } near
                ? $"did you mean '{near}/{(version.Length == 0 ? "v1.4.0" : version)}'?"
                : "write unit and version, such as catalog/v1.4.0, or catalog/none where none of it is live",
        });
        return null;
    }

    private sealed record Word(string Text, string? File, int? Line);
}
