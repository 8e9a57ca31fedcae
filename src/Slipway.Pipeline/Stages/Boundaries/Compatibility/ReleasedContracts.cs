using System.Collections.Immutable;
using Slipway.Compatibility;
using Slipway.Compatibility.Versions;
using Slipway.Model.Problems;

namespace Slipway.Pipeline.Stages.Boundaries.Compatibility;

/// <summary>What the last release of a unit promised.</summary>
internal sealed record ReleasedContracts
{
    public required LastRelease Release { get; init; }

    public required ReleaseNumber Version { get; init; }

    /// <summary>The contracts by their place in the part.</summary>
    public required ImmutableSortedDictionary<string, ContractText> Texts { get; init; }

    /// <summary>The packages that were released, absolute.</summary>
    public required ImmutableArray<string> Packages { get; init; }

    /// <returns>Null where nothing was released yet.</returns>
    /// <exception cref="KnownFailureException">What lies there is not what was released.</exception>
    public static ReleasedContracts? Read(StageContext context)
    {
        if (LastRelease.Find(context) is not { } release || !ReleaseNumber.TryParse(release.Version, out var version)) return null;
        return new()
        {
            Release = release,
            Version = version,
            Texts = release.FilesOf(UnitContracts.Part).ToImmutableSortedDictionary(
                file => file.Path[(UnitContracts.Part.Length + 1)..], file => new ContractText(file.Path, release.Read(file)), StringComparer.Ordinal),
            Packages = [.. release.FilesOf("package").Where(file => file.Path.EndsWith(".nupkg", StringComparison.Ordinal)).Select(file =>
            {
                release.Read(file);
                return release.Absolute(file.Path);
            })],
        };
    }
}
