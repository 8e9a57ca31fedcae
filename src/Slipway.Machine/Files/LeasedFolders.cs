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
        FileTree.Delete(folder);
        File.Delete(lease.Path);
        lease.Dispose();
    }

    /// <summary>Removes the folders of owners that died.</summary>
    public static void Sweep(string parent, string prefix)
    {
        foreach (var path in Directory.EnumerateFiles(parent, $"{prefix}*{Extension}"))
        {
            if (!Lease.TryTake(path, out var lease)) continue;
            var folder = path[..^Extension.Length];
            FileTree.Delete(folder);
            FileTree.Delete($"{folder}.old");
            File.Delete(path);
            lease.Dispose();
        }
    }
}
