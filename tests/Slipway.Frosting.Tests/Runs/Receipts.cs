using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>The account that each compile gives of its analyzers in CI.</summary>
public sealed class Receipts : IDisposable
{
    private readonly TestPlatform _platform = new("shop");

    public Receipts()
    {
        _platform.Write("packages/sdk/Sdk.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        _platform.Write(".gitignore", "bin/\nobj/\nartifacts/\n");
    }

    public void Dispose() => _platform.Dispose();

    [Fact]
    public async Task In_CI_a_project_without_the_analyzers_is_found_also_where_a_local_compile_would_stand()
    {
        // Somewhere the platform has them; this project does not.
        _platform.Write("Directory.Build.props", "<Project><!-- Slipway.Analyzers --></Project>");
        Assert.Equal((0, ""), await RunAsync());

        var (exit, output) = await RunAsync(("CI", "true"));

        Assert.Equal(1, exit);
        Assert.Contains("packages/sdk/Sdk.csproj: error SLW9001: No rule of Slipway.Analyzers ran in the compile of 'packages/sdk/Sdk.csproj'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_has_the_analyzers_no_receipt_is_asked_for() => Assert.Equal((0, ""), await RunAsync(("CI", "true")));

    private async Task<(int Exit, string Output)> RunAsync(params (string, string)[] environment)
    {
        using var host = SampleHost.Start(_platform, environment.ToDictionary(pair => pair.Item1, pair => pair.Item2), "--target=Boundaries", "--unit=sdk");
        var exit = await host.ExitAsync();
        return (exit, exit == 0 ? "" : host.Output);
    }
}
