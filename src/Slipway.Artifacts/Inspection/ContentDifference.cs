using System.Collections.Immutable;
using Slipway.Artifacts.Oci;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Inspection;

/// <summary>In which files two releases differ. Those of the OCI layout hold the same again, and are left out.</summary>
/// <param name="Added">Paths that only the later one has.</param>
/// <param name="Removed">Paths that only the earlier one has.</param>
/// <param name="Changed">Paths whose bytes differ.</param>
public sealed record ContentDifference(ImmutableArray<string> Added, ImmutableArray<string> Removed, ImmutableArray<string> Changed)
{
    public bool IsEmpty => Added.IsEmpty && Removed.IsEmpty && Changed.IsEmpty;

    public static ContentDifference Between(ReleaseContent earlier, ReleaseContent later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        var before = Plain(earlier).ToImmutableSortedDictionary(file => file.Path, file => file.Digest, StringComparer.Ordinal);
        var after = Plain(later).ToImmutableSortedDictionary(file => file.Path, file => file.Digest, StringComparer.Ordinal);
        return new(
            [.. after.Keys.Where(path => !before.ContainsKey(path))],
            [.. before.Keys.Where(path => !after.ContainsKey(path))],
            [.. after.Where(file => before.TryGetValue(file.Key, out var digest) && digest != file.Value).Select(file => file.Key)]);
    }

    private static IEnumerable<ReleaseFile> Plain(ReleaseContent content) =>
        content.Files.Where(file => !file.Path.StartsWith($"{LayoutPath.Folder}/", StringComparison.Ordinal));
}
