namespace Slipway.Machine.Processes;

/// <summary>Fetches one NuGet package as it is, for a tool that lies in it: no project refers to it, and nothing of it gets into a build.</summary>
/// <param name="folder">A folder for this alone, absolute.</param>
/// <param name="package">Its id.</param>
/// <param name="version">Its exact version.</param>
public sealed class PackageDownload(string folder, string package, string version)
{
    /// <summary>Where it lies, or will lie, unpacked.</summary>
    public string Path { get; } = System.IO.Path.Combine(folder, "packages", package.ToLowerInvariant(), version);

    /// <summary>Whether it lies there whole.</summary>
    public bool IsThere => File.Exists(System.IO.Path.Combine(Path, ".nupkg.metadata"));

    /// <summary>Asks the feeds for it.</summary>
    /// <param name="configuration">The folder from which upwards a <c>nuget.config</c> names the feeds.</param>
    /// <param name="processes">Runs the restore.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ProcessResult> FetchAsync(string configuration, IProcessRunner processes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(processes);
        Directory.CreateDirectory(folder);
        // Empty files of these names end the search upwards: nothing of the platform's own policy belongs in here.
        foreach (var file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            await WriteAsync(file, "<Project />\n", cancellationToken).ConfigureAwait(false);
        await WriteAsync("tools.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RestorePackagesPath>$(MSBuildProjectDirectory)/packages</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageDownload Include="{package}" Version="[{version}]" />
              </ItemGroup>
            </Project>

            """, cancellationToken).ConfigureAwait(false);
        var restore = ProcessRequest.For(
            "dotnet", "restore", "tools.csproj", "-nologo", "-v:q", "-nodeReuse:false", MSBuildProperty.Argument("RestoreRootConfigDirectory", configuration));
        return await processes.RunAsync(restore with { WorkingDirectory = folder, TimeLimit = TimeSpan.FromMinutes(5) }, cancellationToken).ConfigureAwait(false);
    }

    private Task WriteAsync(string file, string text, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(System.IO.Path.Combine(folder, file), text, cancellationToken);
}
