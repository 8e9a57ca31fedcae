namespace Slipway.Artifacts.Feeds;

/// <summary>A package that lies in a feed now.</summary>
public sealed record PushedPackage
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <summary>Whether it lay there already with the same content, so that nothing was sent.</summary>
    public bool Kept { get; init; }
}
