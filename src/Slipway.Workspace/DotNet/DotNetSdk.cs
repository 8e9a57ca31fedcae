using Microsoft.Build.Locator;

namespace Slipway.Workspace.DotNet;

/// <summary>Which SDK the <c>dotnet</c> command takes.</summary>
public static class DotNetSdk
{
    /// <summary>The version, such as <c>10.0.401</c>; null where the SDK that <c>global.json</c> asks for is not installed.</summary>
    /// <param name="folder">Where the command is called.</param>
    public static string? VersionIn(string folder) => Path.GetFileName(FolderIn(folder));

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
