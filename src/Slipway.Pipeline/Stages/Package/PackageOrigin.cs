using Slipway.Model;
using Slipway.Model.Releases;

namespace Slipway.Pipeline.Stages.Package;

/// <summary>
/// Where a release came from, as a digest: enough to tell whether one that was made elsewhere may stand for one that would be made here. The
/// same content from an earlier commit may; what was built from uncommitted changes may only where the same commit is changed here too.
/// </summary>
internal static class PackageOrigin
{
    public static Digest DigestOf(ReleaseOrigin origin) =>
        origin is { Dirty: false, Commit: not null } ? Clean(origin) : Digest.Of($"{origin.Version} {origin.Builder} {origin.Commit} {origin.Dirty}");

    /// <param name="made">Of the release that was made elsewhere.</param>
    /// <param name="wanted">Of the one that would be made here.</param>
    public static bool IsAsGood(Digest made, ReleaseOrigin wanted) => made == Clean(wanted) || made == DigestOf(wanted);

    private static Digest Clean(ReleaseOrigin origin) => Digest.Of($"{origin.Version} {origin.Builder} clean");
}
