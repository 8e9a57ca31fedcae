using System.Collections.Immutable;
using Slipway.Evidence.Attestations;

namespace Slipway.Artifacts.Inspection;

/// <summary>In what two releases differ.</summary>
/// <param name="Files">The plain files and the SBOM; a layout holds the same again.</param>
/// <param name="Packages">Each with what it was and what it is; null on the side that does not have it.</param>
/// <param name="Statements">The same of what is attested and believed, by name.</param>
public sealed record ReleaseDifference(
    ContentDifference Files,
    ImmutableArray<(string Name, string? Before, string? After)> Packages,
    ImmutableArray<(string Name, string? Before, string? After)> Statements)
{
    public bool IsEmpty => Files.IsEmpty && Packages.IsEmpty && Statements.IsEmpty;

    public static ReleaseDifference Between(InspectedRelease earlier, InspectedRelease later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        return new(
            ContentDifference.Between(earlier.Verdict.Manifest!.Content, later.Verdict.Manifest!.Content),
            Between(PackagesOf(earlier), PackagesOf(later)),
            Between(StatementsOf(earlier), StatementsOf(later)));
    }

    // One package may be there in several versions.
    private static ImmutableSortedDictionary<string, string> PackagesOf(InspectedRelease release) => release.Packages
        .GroupBy(package => package.Name, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(group => group.Key, group => string.Join(", ", group.Select(Told)), StringComparer.Ordinal);

    private static string Told(InspectedPackage package) => $"{package.Version ?? "some version"} ({package.License ?? "no licence told"})";

    private static ImmutableSortedDictionary<string, string> StatementsOf(InspectedRelease release) => release.Verdict.Attestations
        .ToImmutableSortedDictionary(attestation => attestation.Name.Attests, Told, StringComparer.Ordinal);

    private static string Told(Attestation attestation) =>
        $"{attestation.Gate?.Word ?? "signed"}, by {attestation.Gate?.ExecutedBy ?? attestation.Signing.Builder}";

    private static ImmutableArray<(string Name, string? Before, string? After)> Between(ImmutableSortedDictionary<string, string> before, ImmutableSortedDictionary<string, string> after) =>
    [
        .. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(name => (name, before.GetValueOrDefault(name), after.GetValueOrDefault(name)))
            .Where(pair => pair.Item2 != pair.Item3),
    ];
}
