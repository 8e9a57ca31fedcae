using Slipway.Artifacts.Publishing;

namespace Slipway.Frosting.Publishing;

/// <summary>What was published, as a person reads it.</summary>
internal static class PublishText
{
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
