using System.Runtime.InteropServices;
using Slipway.Machine.Files;
using Slipway.Machine.Processes;

namespace Slipway.Artifacts.Oci.Bases;

/// <summary>The .NET that is installed on this machine.</summary>
internal static class DotNetRoot
{
    /// <summary>The folder that holds <c>dotnet</c>, <c>host</c> and <c>shared</c>; null where none does.</summary>
    public static string? Find()
    {
        string?[] candidates =
        [
            Executables.Find("dotnet") is { } command && RealPath.Of(command) is { } real ? Path.GetDirectoryName(real) : null,
            Environment.GetEnvironmentVariable("DOTNET_ROOT"),
            Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
        ];
        return candidates.OfType<string>().FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, "host", "fxr")));
    }

    /// <summary>The newest patch that is installed of what a program asks for, as .NET itself would take it; null where there is none.</summary>
    public static string? VersionFor(string root, FrameworkReference asked)
    {
        var folder = Path.Combine(root, "shared", asked.Name);
        if (!Directory.Exists(folder) || !Version.TryParse(asked.Version.Split('-')[0], out var least)) return null;
        return Directory.GetDirectories(folder).Select(Path.GetFileName).OfType<string>()
            .Where(name => Version.TryParse(name, out var version) && version.Major == least.Major && version.Minor == least.Minor && version >= least)
            .OrderByDescending(Version.Parse)
            .FirstOrDefault();
    }

    /// <summary>The newest resolver of frameworks.</summary>
    public static string ResolverOf(string root) => Directory.GetDirectories(Path.Combine(root, "host", "fxr"))
        .OrderByDescending(folder => Version.TryParse(Path.GetFileName(folder), out var version) ? version : new Version(0, 0))
        .First();
}
