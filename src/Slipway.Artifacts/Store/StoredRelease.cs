using Slipway.Artifacts.Releases;

namespace Slipway.Artifacts.Store;

/// <summary>A release that lies in the store. Nothing is said about whether it verifies.</summary>
/// <param name="Address">What its place says that it is.</param>
/// <param name="Folder">Absolute.</param>
/// <param name="WrittenAt">When it became the unit's newest, UTC.</param>
public sealed record StoredRelease(ReleaseAddress Address, string Folder, DateTimeOffset WrittenAt);
