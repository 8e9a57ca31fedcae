namespace Slipway.Workspace.Discovery;

/// <summary>A folder pattern and where it was written.</summary>
internal sealed record LayoutFolder(FolderPattern Pattern, string? File, int? Line, int? Column);
