using CliWrap;
using CliWrap.Buffered;

namespace Slipway.Analyzers.Tests.Packages;

/// <summary>A platform on disk that takes the packed analyzers, and what a real <c>dotnet build</c> says of it.</summary>
internal sealed class PlatformFolder : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private readonly string _root = Directory.CreateTempSubdirectory("slipway-platform-").FullName;

    public PlatformFolder(string feed)
    {
        Write("platform.yaml", "name: sample\n");
        Directory.CreateDirectory(PathOf("own"));
        Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value=".packages" /></config>
              <packageSources><clear /><add key="feed" value="{feed}" /><add key="own" value="own" /></packageSources>
            </configuration>
            """);
        Write("Directory.Build.props", "<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><GlobalPackageReference Include="Slipway.Analyzers" Version="{PackedAnalyzers.Version}" /></ItemGroup>
            </Project>
            """);
    }

    public string PathOf(string relative) => Path.Combine(_root, relative);

    public PlatformFolder Project(string folder, string body = "")
    {
        var name = Path.GetFileName(folder);
        Write($"{folder}/{name}.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\">\n{body}\n</Project>\n");
        return Write($"{folder}/Thing.cs", $"namespace {name};\n\npublic class Thing;\n");
    }

    /// <summary>The map of the unit whose folder this is, as the pipeline would write it.</summary>
    public PlatformFolder Map(string folder, string unit, params string[] lines) =>
        Write($"maps/{folder}/slipway.map", string.Join('\n', ["slipway.map 1", $"unit {unit}", $"folder {folder}", .. lines]) + "\n");

    public PlatformFolder Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), text);
        return this;
    }

    /// <returns>The errors, each once, in order, with paths relative to the platform; empty when the build passed.</returns>
    public async Task<string[]> Build(string project, params string[] arguments)
    {
        var (code, output) = await Dotnet(["build", project, "-nologo", "-v:q", .. arguments]);
        var errors = output.Split('\n')
            .Where(line => line.Contains(": error ", StringComparison.Ordinal))
            .Select(line => line.Trim().Split(" [")[0])
            .Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(code == 0, errors.Length == 0);
        return errors;
    }

    /// <summary>Packs a project into a feed of the platform's own, from which all its projects may take it.</summary>
    public async Task Pack(string project)
    {
        var (code, output) = await Dotnet("pack", project, "-nologo", "-v:q", "-o", "own");
        Assert.True(code == 0, output);
    }

    /// <returns>The exit code, and what was said, with paths relative to the platform.</returns>
    public async Task<(int Code, string Output)> Dotnet(params string[] arguments)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        var run = await Cli.Wrap("dotnet")
            .WithArguments(arguments)
            .WithWorkingDirectory(_root)
            // Not by -nodeReuse: a program without a project takes no options of MSBuild's.
            .WithEnvironmentVariables(variables => variables.Set("MSBUILDDISABLENODEREUSE", "1"))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(limit.Token);
        return (run.ExitCode, (run.StandardOutput + run.StandardError).Replace(_root + "/", "", StringComparison.Ordinal));
    }

    /// <summary>The analyzers that were restored, of every compiler version there is, absolute.</summary>
    public IEnumerable<string> RestoredAnalyzers() => Directory.EnumerateFiles(PathOf(".packages/slipway.analyzers"), "Slipway.Analyzers*.dll", SearchOption.AllDirectories);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
