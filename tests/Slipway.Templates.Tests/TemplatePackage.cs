using Slipway.Machine.Processes;

namespace Slipway.Templates.Tests;

/// <summary>The package of templates, packed as it is published and installed where only these tests see it.</summary>
internal sealed class TemplatePackage(string folder)
{
    private readonly ProcessRunner _processes = new();

    private string Hive => Path.Combine(folder, "hive");

    /// <param name="version">The version of Slipway's packages that a new platform asks for.</param>
    public async Task InstallAsync(string version)
    {
        var feed = Path.Combine(folder, "feed");
        await RunAsync(
            Repository.Root, "pack", "templates/Slipway.Templates.csproj", "--output", feed, "--nologo", "-nodeReuse:false",
            $"-p:SlipwayVersion={version}", $"-p:BaseIntermediateOutputPath={folder}/obj/", $"-p:BaseOutputPath={folder}/bin/");
        await RunAsync(folder, "new", "install", Path.Combine(feed, $"Slipway.Templates.{version}.nupkg"), "--debug:custom-hive", Hive);
    }

    /// <summary><c>dotnet new TEMPLATE -n NAME</c> in a folder.</summary>
    public Task<ProcessResult> NewAsync(string template, string name, string workingFolder) =>
        RunAsync(workingFolder, "new", template, "-n", name, "--debug:custom-hive", Hive);

    private async Task<ProcessResult> RunAsync(string workingFolder, params string[] arguments)
    {
        var request = new ProcessRequest { FileName = "dotnet", Arguments = [.. arguments], WorkingDirectory = workingFolder }
            .With("DOTNET_NOLOGO", "1")
            .With("DOTNET_CLI_TELEMETRY_OPTOUT", "1")
            .With("DOTNET_CLI_UI_LANGUAGE", "en");
        return (await _processes.RunAsync(request, TestContext.Current.CancellationToken)).OrFail($"dotnet {arguments[0]}");
    }
}
