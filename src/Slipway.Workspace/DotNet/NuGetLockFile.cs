namespace Slipway.Workspace.DotNet;

/// <summary>Which lock file NuGet keeps of a project, by NuGet's own rules: where it would lie, and what switches it on.</summary>
internal static class NuGetLockFile
{
    private const string FileName = "packages.lock.json";

    /// <param name="file">The project, absolute.</param>
    /// <param name="property">What the project says, null where it says nothing.</param>
    /// <param name="exists">Whether there is a file.</param>
    /// <returns>Absolute; null where the project keeps none.</returns>
    public static string? Of(string file, Func<string, string?> property, Predicate<string> exists)
    {
        var lockFile = PathOf(file, property("NuGetLockFilePath"), exists);
        // Where the project says nothing, the file that lies there is NuGet's order to keep it.
        return bool.TryParse(property("RestorePackagesWithLockFile"), out var keeps)
            ? keeps ? lockFile : null
            : exists(lockFile) ? lockFile : null;
    }

    private static string PathOf(string file, string? named, Predicate<string> exists)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (named is not null) return Path.GetFullPath(named, folder);
        // Several projects in one folder have a lock file each, under the project's name.
        var own = Path.Join(folder, $"packages.{Path.GetFileNameWithoutExtension(file).Replace(' ', '_')}.lock.json");
        return exists(own) ? own : Path.Join(folder, FileName);
    }
}
