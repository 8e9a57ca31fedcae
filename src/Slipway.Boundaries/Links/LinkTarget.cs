using Slipway.Boundaries.Inventory;
using Slipway.Machine.Files;

namespace Slipway.Boundaries.Links;

/// <summary>Where a link leads.</summary>
/// <param name="Path">From the platform's root; null where that is outside of it.</param>
/// <param name="Text">What the link says.</param>
internal sealed record LinkTarget(string? Path, string Text)
{
    /// <summary>Where it really leads; what it says where that is nowhere, so that a sparse checkout hides nothing. Null where it is no link.</summary>
    /// <param name="root">The platform's, absolute.</param>
    /// <param name="link">From there.</param>
    public static LinkTarget? Of(string root, string link)
    {
        var absolute = System.IO.Path.Join(root, link);
        var says = new FileInfo(absolute).LinkTarget;
        if (RealPath.Of(absolute) is { } real && RealPath.Of(root) is { } realRoot)
        {
            var relative = System.IO.Path.GetRelativePath(realRoot, real).Replace('\\', '/');
            return new(relative.StartsWith("../", StringComparison.Ordinal) || System.IO.Path.IsPathRooted(relative) ? null : relative, says ?? real);
        }
        if (says is null) return null;
        var folder = link.LastIndexOf('/') is var slash and >= 0 ? link[..slash] : "";
        return System.IO.Path.IsPathRooted(says) ? new(null, says) : new(RepositoryPath.Resolve(folder, says), says);
    }
}
