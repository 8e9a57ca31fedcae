using Slipway.Machine.Processes;
using Slipway.Model.Units;
using Slipway.Pipeline.Toolchains;
using Slipway.Workspace.DotNet;

namespace Slipway.Pipeline.Tests.Toolchains;

public sealed class ToolsTests : IDisposable
{
    private readonly TempArtifacts _artifacts = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-tools-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Node_unit_is_made_by_the_Node_of_the_path()
    {
        var answer = await new ProcessRunner().RunAsync(new() { FileName = "node", Arguments = ["--version"] }, Cancel);

        Assert.StartsWith($"Node {answer.Output.Trim()}, ", await OfAsync(Harbour.Unit("shop")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_DotNet_unit_is_made_by_the_SDK_that_the_command_takes_there()
    {
        var answer = await new ProcessRunner().RunAsync(new() { FileName = "dotnet", Arguments = ["--version"], WorkingDirectory = _folder.FullName }, Cancel);

        Assert.Equal(answer.Output.Trim(), DotNetSdk.VersionIn(_folder.FullName));
        Assert.StartsWith($".NET SDK {answer.Output.Trim()}, ", await OfAsync(DotNet), StringComparison.Ordinal);
    }

    [Fact]
    public void Asking_for_the_SDK_leaves_nothing_in_the_environment()
    {
        var before = Environment.GetEnvironmentVariables();

        DotNetSdk.VersionIn(_folder.FullName);

        Assert.Equal(before, Environment.GetEnvironmentVariables());
    }

    [Fact]
    public async Task An_SDK_that_is_not_here_is_another_than_the_one_that_is()
    {
        await File.WriteAllTextAsync(Path.Join(_folder.FullName, "global.json"), """{ "sdk": { "version": "9.9.999", "rollForward": "disable" } }""", Cancel);

        Assert.StartsWith(".NET SDK not installed, ", await OfAsync(DotNet), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kind_of_machine_and_Slipway_itself_count()
    {
        var tools = await OfAsync(DotNet);

        Assert.Contains($", {System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}, Slipway ", tools, StringComparison.Ordinal);
        Assert.EndsWith($" on .NET {Environment.Version}", tools, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Node_is_asked_once_as_long_as_it_is_the_same_program()
    {
        Directory.CreateDirectory(_artifacts.Paths.Work);
        var first = await OfAsync(Harbour.Unit("shop"));
        var nobody = new Counting();

        Assert.Equal(first, await OfAsync(Harbour.Unit("shop"), nobody));
        Assert.Equal(0, nobody.Calls);
    }

    public void Dispose()
    {
        _artifacts.Dispose();
        _folder.Delete(recursive: true);
    }

    private static Unit DotNet => Harbour.Unit("catalog") with { Toolchain = Toolchain.DotNet };

    private async Task<string> OfAsync(Unit unit, IProcessRunner? processes = null)
    {
        var platform = Harbour.Platform() with { Root = _folder.FullName, Units = [unit] };
        return (await Tools.ReadAsync(platform, processes ?? new ProcessRunner(), _artifacts.Paths, Cancel)).Of(unit);
    }

    private sealed class Counting : IProcessRunner
    {
        public int Calls { get; private set; }

        public Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken = default)
        {
            Calls++;
            return new ProcessRunner().RunAsync(request, cancellationToken);
        }
    }
}
