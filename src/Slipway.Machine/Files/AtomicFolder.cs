namespace Slipway.Machine.Files;

/// <summary>Builds a folder under a temporary name beside its target; <see cref="Commit"/> puts it there whole.</summary>
public sealed class AtomicFolder : IDisposable
{
    private const string Mark = ".tmp-";
    private readonly Lease _lease;
    private bool _committed;

    private AtomicFolder(string target, string path, Lease lease) => (Target, Path, _lease) = (target, path, lease);

    /// <summary>Where the folder will lie.</summary>
    public string Target { get; }

    /// <summary>Where it is built; empty at first.</summary>
    public string Path { get; }

    /// <summary>Makes the empty folder, and removes what runs that died left in the same place, for this target or another.</summary>
    public static AtomicFolder Begin(string target)
    {
        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(target));
        var parent = System.IO.Path.GetDirectoryName(full) ?? throw new ArgumentException($"'{target}' names no folder.", nameof(target));
        Directory.CreateDirectory(parent);
        LeasedFolders.Sweep(parent, $"*{Mark}");
        var (path, lease) = LeasedFolders.Create(full + Mark);
        return new(full, path, lease);
    }

    /// <summary>Moves the folder to its target; one that is there already is replaced.</summary>
    public void Commit()
    {
        ObjectDisposedException.ThrowIf(_committed, this);
        _committed = true;
        if (!Directory.Exists(Target) && TryMove()) return;
        if (FolderExchange.TrySwap(Path, Target))
        {
            FileTree.Delete(Path);
            return;
        }

        var old = $"{Path}.old";
        Directory.Move(Target, old);
        Directory.Move(Path, Target);
        FileTree.Delete(old);
    }

    /// <summary>Removes what was built, unless it was committed.</summary>
    public void Dispose()
    {
        LeasedFolders.Remove(Path, _lease);
    }

    private bool TryMove()
    {
        try
        {
            Directory.Move(Path, Target);
            return true;
        }
        catch (IOException) when (Directory.Exists(Target))
        {
            // Another run was first.
            return false;
        }
    }
}
