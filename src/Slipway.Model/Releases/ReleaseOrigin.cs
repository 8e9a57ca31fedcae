namespace Slipway.Model.Releases;

/// <summary>Where a release came from: signed, but outside the digest, so that a commit elsewhere does not change what ships.</summary>
public sealed record ReleaseOrigin
{
    /// <summary>The commit that was built, 40 hexadecimal digits; null outside git.</summary>
    public string? Commit { get; init; }

    /// <summary>Whether the work tree held uncommitted changes.</summary>
    public bool Dirty { get; init; }

    public required string Version { get; init; }

    /// <summary>The run that made it.</summary>
    public required Guid Invocation { get; init; }

    /// <summary>Who built: <c>local</c> or <c>ci</c>.</summary>
    public required string Builder { get; init; }
}
