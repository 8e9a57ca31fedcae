using Microsoft.Build.Locator;
using Slipway.Model.Problems;

namespace Slipway.Workspace.DotNet;

/// <summary>
/// Points the process at the MSBuild of an installed SDK. Has to happen before the first method that mentions a type of
/// <c>Microsoft.Build</c> is compiled, so this class mentions none.
/// </summary>
internal static class MSBuildAssemblies
{
    // The locator sets these for the whole process; a child `dotnet` of another SDK version must not inherit them.
    private static readonly string[] Variables = ["MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "MSBuildSDKsPath"];
    private static readonly Lock Gate = new();
    private static Dictionary<string, string?>? _registered;

    /// <summary>Registers once a process, and makes the SDK's variables visible until disposed.</summary>
    public static IDisposable Use(string root)
    {
        lock (Gate)
        {
            var before = Snapshot();
            if (_registered is null)
            {
                if (!MSBuildLocator.IsRegistered) MSBuildLocator.RegisterInstance(FindSdk(root));
                _registered = Snapshot();
            }
            Set(_registered);
            return new Restorer(before);
        }
    }

    // The SDK that the platform's global.json asks for; where that one is missing, the newest that this runtime can load.
    private static VisualStudioInstance FindSdk(string root) =>
        Query(root) ?? Query(AppContext.BaseDirectory) ?? Query(Path.GetTempPath()) ?? throw new BadInputException(new Problem
        {
            Code = Codes.NoSdk,
            Message = "No .NET SDK was found, so no project can be evaluated.",
            Mend = "install the SDK that global.json names, and see that 'dotnet --list-sdks' shows it",
        });

    private static VisualStudioInstance? Query(string folder) => MSBuildLocator
        .QueryVisualStudioInstances(new() { DiscoveryTypes = DiscoveryType.DotNetSdk, WorkingDirectory = folder })
        .OrderByDescending(sdk => sdk.Version)
        .FirstOrDefault();

    private static Dictionary<string, string?> Snapshot() =>
        Variables.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    private static void Set(Dictionary<string, string?> values)
    {
        foreach (var (name, value) in values) Environment.SetEnvironmentVariable(name, value);
    }

    private sealed class Restorer(Dictionary<string, string?> before) : IDisposable
    {
        public void Dispose() => Set(before);
    }
}
