namespace Slipway.Workspace.Discovery;

/// <summary>One folder, taken by one pattern for the unit of one name.</summary>
internal sealed record Claim(string Folder, string Name, LayoutEntry Entry, LayoutFolder By)
{
    /// <summary>The place of the pattern in its entry.</summary>
    public int Order => Entry.Folders.IndexOf(By);
}
