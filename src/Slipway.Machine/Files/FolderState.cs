using System.Text;
using Slipway.Model;

namespace Slipway.Machine.Files;

/// <summary>
/// What the file system knows of everything below a folder without reading a byte: which file each name means, its mode, size, and both
/// times. The time of a file's last change of status cannot be set by hand, so whoever alters a file alters this.
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
            if (FileStatus.StampOf(Path.Join(folder, path)) is not { } stamp) return null;
            text.Append(path).Append('\0').Append(stamp).Append('\n');
        }
        return Digest.Of(text.ToString());
    }
}
