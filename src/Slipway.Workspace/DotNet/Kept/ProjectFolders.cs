using System.Runtime.InteropServices;

namespace Slipway.Workspace.DotNet.Kept;

/// <summary>Folders whose content needs no look.</summary>
internal static class ProjectFolders
{
    /// <summary>Where the runtime and its SDKs are installed; ends with a separator.</summary>
    public static string DotNet { get; } =
        Path.GetFullPath(Path.Join(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")) + Path.DirectorySeparatorChar;

    private static string Packages => Path.TrimEndingDirectorySeparator(Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages")) + Path.DirectorySeparatorChar;

    public static string[] Versioned => [DotNet, Packages];

    /// <summary>An SDK's files and a package's never change under their version.</summary>
    public static bool IsVersioned(string path) => path.StartsWith(DotNet, StringComparison.Ordinal) || IsPackage(path);

    public static bool IsPackage(string path) => path.StartsWith(Packages, StringComparison.Ordinal);

    /// <summary>What a restore writes is imported and says nothing here: no evaluation takes in what packages bring along.</summary>
    public static bool IsRestored(string path) => Path.GetFileNameWithoutExtension(path).EndsWith(".nuget.g", StringComparison.Ordinal);

    /// <summary>Absolute and without a separator at its end.</summary>
    public static string Normal(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
}
