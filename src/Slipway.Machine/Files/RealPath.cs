namespace Slipway.Machine.Files;

/// <summary>Where a path really leads, every link on the way followed, not only the last.</summary>
public static class RealPath
{
    // As many as Linux follows.
    private const int MostLinks = 40;

    /// <returns>The absolute path without a link; null when a link of it leads nowhere or in a circle.</returns>
    public static string? Of(string path)
    {
        var pending = new Stack<string>();
        Push(pending, Path.GetFullPath(path));
        var root = Path.GetPathRoot(Path.GetFullPath(path))!;
        var at = root;
        var links = 0;
        while (pending.TryPop(out var part))
        {
            if (part == "..")
            {
                at = Path.GetDirectoryName(at) ?? root;
                continue;
            }
            var next = Path.Join(at, part);
            if (new FileInfo(next).LinkTarget is not { } target) at = next;
            else if (++links > MostLinks) return null;
            else
            {
                if (Path.IsPathRooted(target)) at = root;
                Push(pending, target);
            }
        }
        return Path.Exists(at) ? at : null;
    }

    private static void Push(Stack<string> pending, string path)
    {
        foreach (var part in path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            if (part != "." && !part.EndsWith(Path.VolumeSeparatorChar)) pending.Push(part);
        }
    }
}
