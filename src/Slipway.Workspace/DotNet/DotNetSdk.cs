using System.Collections.Immutable;
using Microsoft.Build.Locator;
using Slipway.Machine.Files;
using Slipway.Workspace.DotNet.Kept;

namespace Slipway.Workspace.DotNet;

/// <summary>Which SDK the <c>dotnet</c> command takes.</summary>
public static class DotNetSdk
{
    /// <summary>The version, such as <c>10.0.401</c>; null where the SDK that <c>global.json</c> asks for is not installed.</summary>
    /// <param name="folder">Where the command is called.</param>
    public static string? VersionIn(string folder) => Path.GetFileName(FolderIn(folder));

    /// <summary>Where files never change under their version, those of SDKs and of packages: real paths, with a separator at their end.</summary>
    public static ImmutableArray<string> VersionedFolders() =>
        [.. ProjectFolders.Versioned.Select(RealPath.Of).OfType<string>().Select(folder => Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar)];

    /// <summary>Where it lies, absolute; null where the SDK that <c>global.json</c> asks for is not installed.</summary>
    /// <param name="folder">Where the command is called.</param>
    public static string? FolderIn(string folder)
    {
        try
        {
            // The runtime's own resolver is asked, and names the chosen one first.
            var sdk = MSBuildAssemblies.Ask(() => MSBuildLocator
                .QueryVisualStudioInstances(new() { DiscoveryTypes = DiscoveryType.DotNetSdk, WorkingDirectory = folder }).FirstOrDefault());
            return sdk is null ? null : Path.TrimEndingDirectorySeparator(sdk.MSBuildPath);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
