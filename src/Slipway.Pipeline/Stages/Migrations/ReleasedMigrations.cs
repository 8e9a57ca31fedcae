using Slipway.Migrations;
using Slipway.Model.Problems;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>What a release does to its database, as its own bundle says it.</summary>
/// <param name="Release">The release.</param>
/// <param name="Bundle">Its bundle, out of the store.</param>
/// <param name="Set">What the bundle would do.</param>
internal sealed record ReleasedMigrations(LastRelease Release, MigrationBundle Bundle, MigrationSet Set)
{
    /// <returns>Null for a release without a bundle.</returns>
    /// <exception cref="KnownFailureException">What lies there is not what was released, or does not describe itself.</exception>
    public static async Task<ReleasedMigrations?> ReadAsync(StageContext context, LastRelease? release, CancellationToken cancellation) =>
        release is not null && MigrationBundle.Of(context, release) is { } bundle ? new(release, bundle, await bundle.DescribeAsync(cancellation)) : null;
}
