using Slipway.Model;

namespace Slipway.Migrations.Locks;

/// <summary>A migration as <c>migrations.lock</c> remembers it.</summary>
/// <param name="Id">Of the migration.</param>
/// <param name="Digest">Of its operations.</param>
/// <param name="Phase">What it was for.</param>
/// <param name="Reversible">Whether it could be undone.</param>
/// <param name="Release">The release that first carried it; null while none has.</param>
public sealed record LockedMigration(string Id, Digest Digest, MigrationPhase Phase, bool Reversible, string? Release)
{
    /// <summary>Whether a release carries it, so that it stays as it is.</summary>
    public bool IsReleased => Release is not null;
}
