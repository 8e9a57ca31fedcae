namespace Slipway.Workspace;

/// <summary>How a repository is read.</summary>
public sealed record WorkspaceOptions
{
    /// <summary>
    /// A folder in which evaluations may be kept, so that an unchanged repository is read without MSBuild; null (the default) keeps
    /// nothing. Deletable at any time.
    /// </summary>
    public string? CacheFolder { get; init; }
}
