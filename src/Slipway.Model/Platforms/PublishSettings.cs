namespace Slipway.Model.Platforms;

/// <summary>Where a platform's releases are published where nobody says otherwise.</summary>
public sealed record PublishSettings
{
    /// <summary>Registry and path below which units go, as <c>registry.example.com/shop</c>; null for none.</summary>
    public string? Registry { get; init; }

    /// <summary>The index of a NuGet feed, or a folder relative to the platform's root; null for none.</summary>
    public string? Feed { get; init; }
}
