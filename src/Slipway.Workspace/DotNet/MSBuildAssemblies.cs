using Microsoft.Build.Locator;
using Slipway.Model.Problems;

namespace Slipway.Workspace.DotNet;

/// <summary>
/// Points the process at the MSBuild of an installed SDK. Has to happen before the first method that mentions a type of
/// <c>Microsoft.Build</c> is compiled, so this class mentions none.
/// </summary>
public static class MSBuildAssemblies
{
    // The locator sets these for the whole process; a child `dotnet` of another SDK version must not inherit them.
    private static readonly string[] Variables = ["MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "MSBuildSDKsPath", "DOTNET_HOST_PATH"];
    private static readonly Lock Gate = new();
    private static Dictionary<string, string?>? _registered;

    /// <summary>Makes the assemblies loadable, for who reads a log and evaluates nothing. More than once does no harm.</summary>
    /// <exception cref="BadInputException">There is no SDK on this machine.</exception>
    public static void Register() => Use().Dispose();

    /// <summary>Registers once a process, and makes the SDK's variables visible until disposed.</summary>
    internal static IDisposable Use()
    {
        lock (Gate)
        {
            var before = Snapshot();
            if (_registered is null)
            {
                if (!MSBuildLocator.IsRegistered) MSBuildLocator.RegisterInstance(FindSdk(AppContext.BaseDirectory));
                _registered = Snapshot();
            }
            Set(_registered);
            return new Restorer(before);
        }
    }

    /// <summary>Asks the locator something and leaves the process's variables as they were.</summary>
    internal static T Ask<T>(Func<T> question)
    {
        lock (Gate)
        {
            using var restorer = new Restorer(Snapshot());
            return question();
        }
    }

    // The host's own SDK, not the one that the platform's global.json asks for: that one may be missing, and reading needs none of it.
    internal static VisualStudioInstance FindSdk(string hostFolder) =>
        Query(hostFolder) ?? Query(Path.GetTempPath()) ?? throw new BadInputException(new Problem
        {
            Code = Codes.NoSdk,
            Message = "No .NET SDK was found, so no project can be evaluated.",
            Mend = "install the SDK that global.json names, and see that 'dotnet --list-sdks' shows it",
        });

    private static VisualStudioInstance? Query(string folder)
    {
        try
        {
            return MSBuildLocator
                .QueryVisualStudioInstances(new() { DiscoveryTypes = DiscoveryType.DotNetSdk, WorkingDirectory = folder })
                .MaxBy(sdk => sdk.Version);
        }
        catch (InvalidOperationException)
        {
            // The locator's way to say that global.json names an SDK that is not here. To read the projects, another will do.
            return null;
        }
    }

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
