using CliWrap;
using CliWrap.Buffered;

namespace Slipway.Analyzers.Tests.Packages;

/// <summary>The package as users get it, in a feed of its own, made once.</summary>
public sealed class PackedAnalyzers : IAsyncLifetime
{
    public const string Version = "0.0.0-test";

    public string Feed { get; } = Directory.CreateTempSubdirectory("slipway-feed-").FullName;

    public async ValueTask InitializeAsync()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var root = output;
        while (!File.Exists(Path.Combine(root.FullName, "global.json")))
            root = root.Parent ?? throw new InvalidOperationException("These tests run inside the repository.");
        // The test's own build has just compiled it, in the same configuration.
        var configuration = output.Parent!.Name;
        var packed = await Cli.Wrap("dotnet")
            .WithArguments(["pack", "src/Slipway.Analyzers.CodeFixes", "--no-build", "-c", configuration, "-o", Feed, $"-p:SlipwayVersion={Version}", "-v:q"])
            .WithWorkingDirectory(root.FullName)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        if (packed.ExitCode != 0) throw new InvalidOperationException(packed.StandardOutput);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Feed, recursive: true);
        return ValueTask.CompletedTask;
    }
}
