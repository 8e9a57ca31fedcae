namespace Slipway.Boundaries.Inventory;

/// <summary>A file of the platform.</summary>
/// <param name="Path">Relative to the platform's root, with forward slashes.</param>
/// <param name="ContentId">Changes when its content does.</param>
/// <param name="Mode">Git's: <c>120000</c> for a link.</param>
public sealed record ListedFile(string Path, string ContentId, string Mode)
{
    public bool IsLink => Mode == "120000";

    /// <summary>From the root to its folder; empty for a file of the root.</summary>
    internal string Folder => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";

    internal string Name => Path[(Path.LastIndexOf('/') + 1)..];

    internal bool EndsWith(params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
