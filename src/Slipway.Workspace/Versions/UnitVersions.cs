using System.Collections.Immutable;
using Slipway.Machine.Git;
using Slipway.Model.Platforms;
using Slipway.Model.Units;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.Versions;

/// <summary>
/// What each unit is called today. The newest tag <c>&lt;unit&gt;/vX.Y.Z</c> if the unit's source is still what it was there, else
/// <c>X.Y.(Z+1)-dev.g</c> and 12 digits of its fingerprint; <c>0.1.0-dev.g…</c> without any tag. A commit elsewhere changes nothing.
/// </summary>
public sealed class UnitVersions
{
    private readonly ImmutableDictionary<UnitId, string> _versions;

    private UnitVersions(ImmutableDictionary<UnitId, string> versions) => _versions = versions;

    public static async Task<UnitVersions> ReadAsync(Platform platform, UnitFingerprints today, CancellationToken cancel = default)
    {
        var git = await GitRepository.FindAsync(platform.Root, cancellationToken: cancel);
        var tags = git is null ? [] : await git.TagsAsync("*/v*", cancel);
        var newest = tags.Select(UnitTag.From).OfType<UnitTag>()
            .GroupBy(tag => tag.Unit)
            .ToDictionary(same => same.Key, same => same.MaxBy(tag => tag.Version)!);

        var commits = newest.Values.Where(tag => platform.TryGet(tag.Unit, out _)).Select(tag => tag.Commit).Distinct().ToList();
        var then = new Dictionary<string, UnitFingerprints>(StringComparer.Ordinal);
        foreach (var commit in commits) then[commit] = await today.AtAsync(git!, commit, cancel);

        return new(platform.Units.ToImmutableDictionary(unit => unit.Id, unit => newest.TryGetValue(unit.Name, out var tag)
            ? Since(tag, then[tag.Commit], unit, today)
            : $"0.1.0-{Suffix(unit, today)}"));
    }

    /// <summary>The version, without a leading <c>v</c>.</summary>
    public string Of(UnitId unit) => _versions[unit];

    private static string Since(UnitTag tag, UnitFingerprints then, Unit unit, UnitFingerprints today)
    {
        var (major, minor, patch) = (tag.Version.Major, tag.Version.Minor, tag.Version.Build);
        return then.Of(unit.Id) == today.Of(unit.Id) ? $"{major}.{minor}.{patch}" : $"{major}.{minor}.{patch + 1}-{Suffix(unit, today)}";
    }

    private static string Suffix(Unit unit, UnitFingerprints today) => $"dev.g{today.Of(unit.Id).Short}";
}
