using System.Text;
using Slipway.Model;

namespace Slipway.Machine.Files;

/// <summary>
/// What the file system knows of everything below a folder: which file each name means, its mode, size, and both times. The time of a file's
/// last change of status cannot be set by hand, so whoever alters a file alters this, and nothing has to be read. A file that has names elsewhere
/// too, such as a layer that releases have in common, is read instead, once for all its names: another name alters that time and not the file.
/// </summary>
public static class FolderState
{
    /// <returns>Null where there is no such folder, or the system does not tell.</returns>
    public static Digest? Of(string folder)
    {
        if (!Directory.Exists(folder)) return null;
        var text = new StringBuilder();
        var folders = new List<string> { "" };
        var files = FileTree.Files(folder, entered =>
        {
            folders.Add(entered);
            return true;
        });
        foreach (var path in folders.Order(StringComparer.Ordinal).Concat(files))
        {
            if (StampOf(Path.Join(folder, path)) is not { } stamp) return null;
            text.Append(path).Append('\0').Append(stamp).Append('\n');
        }
        return Digest.Of(text.ToString());
    }

    private static string? StampOf(string path)
    {
        if (FileStatus.StampOf(path) is not { } stamp) return null;
        if (FileStatus.SharedStampOf(path) is not { } shared) return stamp;
        try
        {
            return $"{shared} {FileDigest.OfFile(path)}";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Whoever wants to read it himself says why it cannot be.
            return null;
        }
    }
}
