using Slipway.Machine.Files;

namespace Slipway.Pipeline.Cache.Local;

/// <summary>Keeps a store below its bound: what was used longest ago goes first. Runs that read meanwhile miss what goes, and nothing worse.</summary>
internal static class Eviction
{
    private static readonly string[] Kinds = ["ac", "cas", "evaluations"];

    /// <returns>How many files went.</returns>
    public static int Run(string folder, long bound)
    {
        var files = Kinds
            .SelectMany(kind => FileTree.Files(Path.Combine(folder, kind)).Select(file => new FileInfo(Path.Combine(folder, kind, file))))
            .Where(file => file.Exists)
            .ToList();
        var size = files.Sum(file => file.Length);
        if (size <= bound) return 0;
        // Somewhat below the bound, so that not every run has to evict.
        var target = bound / 10 * 9;
        var gone = 0;
        foreach (var file in files.OrderBy(file => file.LastAccessTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal).TakeWhile(_ => size > target))
        {
            size -= file.Length;
            gone++;
            Remove(file);
        }
        return gone;
    }

    private static void Remove(FileInfo file)
    {
        try
        {
            file.Delete();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Somebody has it open, where that keeps it from being deleted: the next run tries again.
        }
    }
}
