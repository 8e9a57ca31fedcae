namespace Slipway.Machine.Files;

/// <summary>Temporary folders whose owner can be told dead from alive: beside each lies a lease, <c>NAME.lease</c>.</summary>
internal static class LeasedFolders
{
    private const string Extension = ".lease";

    /// <summary>Makes an empty folder whose name begins with the given path.</summary>
    public static (string Folder, Lease Lease) Create(string prefix)
    {
        while (true)
        {
            var folder = prefix + Guid.NewGuid().ToString("N");
            if (!Lease.TryTake(folder + Extension, out var lease)) continue;
            Directory.CreateDirectory(folder);
            return (folder, lease);
        }
    }

    /// <summary>Removes a folder of ours, and its lease.</summary>
    public static void Remove(string folder, Lease lease)
    {
        using (lease)
        {
            FileTree.Delete(folder);
            File.Delete(lease.Path);
        }
    }

    /// <summary>Removes the folders of owners that died.</summary>
    public static void Sweep(string parent, string prefix)
    {
        foreach (var path in Directory.EnumerateFiles(parent, $"{prefix}*{Extension}"))
        {
            try
            {
                if (Lease.TryTake(path, out var lease)) RemoveDead(path[..^Extension.Length], lease);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // It is somebody else's, or a program of the dead run still writes into it: the next run finds it again.
            }
        }
    }

    private static void RemoveDead(string folder, Lease lease)
    {
        using (lease)
        {
            FileTree.Delete(folder);
            FileTree.Delete($"{folder}.old");
            File.Delete(lease.Path);
        }
    }
}
