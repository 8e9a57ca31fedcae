using Slipway.Artifacts.Publishing;
using Slipway.Artifacts.Store;
using Slipway.Artifacts.Verification;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Publishing;

/// <summary>What was published, as a person reads it.</summary>
internal static class PublishText
{
    /// <summary>Why a release was not published: whose fault it is stands first, since the same may be wrong with several.</summary>
    public static IEnumerable<Problem> Problems(StoredRelease release, KnownFailureException failure, string current) => ReleaseProblems
        .From(current, release.Folder, failure.Problems.Select(Printable.Of))
        .Select(problem => problem with { Message = $"{release.Address} was not published: {problem.Message}" });

    public static IEnumerable<string> Lines(PublishedRelease release)
    {
        if (release.Layout is { } layout)
            yield return $"  {release.Address.Unit}  {layout.Reference}, {layout.Referrers} that refer to it, {layout.Sent} blobs sent, {layout.Present} there already";
        foreach (var package in release.Packages)
            yield return $"  {release.Address.Unit}  {package.Id} {package.Version}{(package.Kept ? ", there already" : "")}";
        if (release.Layout is null && release.Packages.IsEmpty)
            yield return $"  {release.Address.Unit}  skipped: it is no NuGet package, and no registry was given";
    }
}
