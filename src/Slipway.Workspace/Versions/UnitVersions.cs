using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Units;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.Versions;

/// <summary>
/// What each unit is called today. The newest tag <c>&lt;unit&gt;/vX.Y.Z</c> if the unit's source is still what it was there, else
/// <c>X.Y.(Z+1)-dev.g</c> and 12 digits of its fingerprint; <c>0.1.0-dev.g…</c> without any tag. A unit that says which version is next,
/// and means a later one, is on the way to that. A commit elsewhere changes nothing.
/// </summary>
public sealed class UnitVersions
{
    private readonly ImmutableDictionary<UnitId, string> _versions;

    private readonly ImmutableDictionary<UnitId, string> _tagged;

    private UnitVersions(ImmutableDictionary<UnitId, string> versions, ImmutableDictionary<UnitId, string> tagged) => (_versions, _tagged) = (versions, tagged);

    public static async Task<UnitVersions> ReadAsync(Platform platform, UnitFingerprints today, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(platform);
        return await ReadAsync(platform, today, await PlatformFiles.ReadAsync(platform.Root, cancel), cancel);
    }

    /// <summary>The same, where git has said already which tags there are.</summary>
    public static async Task<UnitVersions> ReadAsync(Platform platform, UnitFingerprints today, PlatformFiles files, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(today);
        ArgumentNullException.ThrowIfNull(files);
        var (git, tags) = (files.Repository, files.Tags);
        var newest = tags.Select(UnitTag.From).OfType<UnitTag>()
            .GroupBy(tag => tag.Unit)
            .ToDictionary(same => same.Key, same => same.MaxBy(tag => tag.Version)!);

        var commits = newest.Values.Where(tag => platform.TryGet(tag.Unit, out _)).Select(tag => tag.Commit).Distinct().ToList();
        var then = new Dictionary<string, UnitFingerprints>(StringComparer.Ordinal);
        foreach (var commit in commits) then[commit] = await today.AtAsync(git!, commit, cancel);

        // All of them are needed, and each is a digest over many files: every processor takes a part.
        Parallel.ForEach(platform.Units, unit => today.Of(unit.Id));
        return new(
            platform.Units.ToImmutableDictionary(unit => unit.Id, unit => newest.TryGetValue(unit.Name, out var tag)
                ? Since(tag, then[tag.Commit], unit, today)
                : $"{unit.NextVersion ?? First}-{Suffix(unit, today)}"),
            platform.Units.Where(unit => newest.ContainsKey(unit.Name)).ToImmutableDictionary(unit => unit.Id, unit => newest[unit.Name].Version.ToString()));
    }

    private static Version First { get; } = new(0, 1, 0);

    /// <summary>The version of the unit's newest tag; null where it has none.</summary>
    public string? TaggedOf(UnitId unit) => _tagged.GetValueOrDefault(unit);

    /// <summary>The version, without a leading <c>v</c>.</summary>
    public string Of(UnitId unit) => _versions[unit];

    private static string Since(UnitTag tag, UnitFingerprints then, Unit unit, UnitFingerprints today)
    {
        if (then.Of(unit.Id) == today.Of(unit.Id)) return tag.Version.ToString();
        var after = new Version(tag.Version.Major, tag.Version.Minor, tag.Version.Build + 1);
        return $"{(unit.NextVersion is { } next && next > after ? next : after)}-{Suffix(unit, today)}";
    }

    private static string Suffix(Unit unit, UnitFingerprints today) => $"dev.g{today.Of(unit.Id).Short}";
}
