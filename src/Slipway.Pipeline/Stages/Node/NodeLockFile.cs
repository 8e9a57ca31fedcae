namespace Slipway.Pipeline.Stages.Node;

/// <summary>The folder whose <c>package-lock.json</c> governs a unit: its own, or the workspace root above it.</summary>
internal static class NodeLockFile
{
    public static string? FolderOf(StageContext context)
    {
        for (var folder = new DirectoryInfo(context.Folder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "package-lock.json"))) return folder.FullName;
            if (string.Equals(folder.FullName, context.Run.Platform.Root, StringComparison.Ordinal)) break;
        }
        return null;
    }
}
