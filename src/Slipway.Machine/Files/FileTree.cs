using System.Runtime.InteropServices;

namespace Slipway.Machine.Files;

/// <summary>Folders as a whole.</summary>
public static partial class FileTree
{
    /// <summary>Every file below a folder, relative to it, with forward slashes, in ordinal order. Links are listed and never followed.</summary>
    /// <param name="folder">A folder; one that does not exist has no files.</param>
    /// <param name="enter">Says of a folder, relative, whether to look into it; all by default.</param>
    public static IReadOnlyList<string> Files(string folder, Func<string, bool>? enter = null)
    {
        if (!Directory.Exists(folder)) return [];
        var found = new List<string>();
        var pending = new Stack<string>([""]);
        while (pending.TryPop(out var relative))
        {
            foreach (var entry in new DirectoryInfo(Path.Combine(folder, relative)).EnumerateFileSystemInfos())
            {
                var path = relative.Length == 0 ? entry.Name : $"{relative}/{entry.Name}";
                var isFolder = entry is DirectoryInfo && entry.LinkTarget is null;
                if (!isFolder) found.Add(path);
                else if (enter?.Invoke(path) != false) pending.Push(path);
            }
        }
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>Copies every file, permissions and links included, into a folder that need not exist.</summary>
    /// <param name="source">The folder to copy.</param>
    /// <param name="target">Where to; files of the same name are replaced.</param>
    /// <param name="hardLinks">Whether files may share their bytes with the source. Only where nobody writes into either in place.</param>
    public static void Copy(string source, string target, bool hardLinks = false)
    {
        Directory.CreateDirectory(target);
        foreach (var path in Files(source))
        {
            var from = Path.Combine(source, path);
            var to = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Delete(to);
            if (new FileInfo(from).LinkTarget is { } link) File.CreateSymbolicLink(to, link);
            else if (!hardLinks || !TryLink(from, to)) File.Copy(from, to);
        }
    }

    /// <summary>Removes a folder with all it holds; one that does not exist is no error.</summary>
    public static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Gone already, which was the wish.
        }
    }

    /// <summary>Gives a file a second name. False where the file system, its limits or the kernel's rules do not allow it.</summary>
    /// <param name="from">A file.</param>
    /// <param name="to">A name that nothing has yet, on the same file system.</param>
    public static bool TryLink(string from, string to) => !OperatingSystem.IsWindows() && Link(from, to) == 0;

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string from, string to);
}
