using Slipway.Machine.Files;

namespace Slipway.Pipeline.Cache;

/// <summary>Where everything lies that outlives a checkout's outputs: below one folder for all checkouts, which may be deleted at any time.</summary>
/// <param name="Root">Absolute.</param>
public sealed record CachePaths(string Root)
{
    /// <summary>What <c>SLIPWAY_CACHE</c> names; in the user's cache folder by default.</summary>
    /// <param name="variable">Looks up an environment variable.</param>
    public static CachePaths Read(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return new(variable("SLIPWAY_CACHE") is { } folder && !string.IsNullOrWhiteSpace(folder) ? Path.GetFullPath(folder.Trim()) : Path.Combine(UserFolders.Cache, "stages"));
    }

    /// <summary>Base images.</summary>
    public string Images => Path.Combine(Root, "images");

    /// <summary>What projects were evaluated to, by checkout.</summary>
    public string Evaluations => Path.Combine(Root, "evaluations");
}
