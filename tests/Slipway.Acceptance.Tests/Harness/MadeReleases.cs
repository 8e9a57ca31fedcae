using System.Collections.Immutable;
using Slipway.Evidence.Releases;
using Slipway.Model.Releases;

namespace Slipway.Acceptance.Tests.Harness;

/// <summary>The releases of a platform.</summary>
internal static class MadeReleases
{
    /// <summary>Every one: unit, version, folder, and what its manifest says.</summary>
    public static IEnumerable<(string Unit, string Version, string Folder, ReleaseManifest Manifest)> In(string root) =>
        from kind in (string[])["services", "apps", "packages"]
        let folder = Path.Combine(root, "artifacts", "releases", kind)
        where Directory.Exists(folder)
        from unit in Directory.GetDirectories(folder)
        from release in Directory.GetDirectories(unit)
        let manifest = Path.Combine(release, ReleasePath.Manifest)
        where File.Exists(manifest)
        select ($"{kind}/{Path.GetFileName(unit)}", Path.GetFileName(release), release, Read(manifest));

    /// <summary>The release digest of each unit, of which there must be one release.</summary>
    public static ImmutableSortedDictionary<string, string> DigestsIn(string root) =>
        In(root).ToImmutableSortedDictionary(release => release.Unit, release => ReleaseManifestWriter.DigestOf(release.Manifest.Content).ToString(), StringComparer.Ordinal);

    private static ReleaseManifest Read(string file) =>
        ReleaseManifestReader.Read(File.ReadAllBytes(file)).Match(read => read, problems => throw new InvalidOperationException(problems[0].Message));
}
