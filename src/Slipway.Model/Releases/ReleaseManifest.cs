namespace Slipway.Model.Releases;

/// <summary><c>release.json</c>.</summary>
public sealed record ReleaseManifest
{
    public required ReleaseContent Content { get; init; }

    public required ReleaseOrigin Origin { get; init; }
}
