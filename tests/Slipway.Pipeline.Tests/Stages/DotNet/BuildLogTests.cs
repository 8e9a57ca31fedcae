using Slipway.BuildLog;
using Slipway.Machine.Processes;

namespace Slipway.Pipeline.Tests.Stages.DotNet;

/// <summary>What the logger brings out of a real MSBuild.</summary>
public sealed class BuildLogTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("build-log-");

    private string Log => Path.Combine(_folder.FullName, "log");

    [Fact]
    public async Task Errors_warnings_and_projects_that_failed_come_out_as_they_were_said()
    {
        await BuildAsync();

        var events = LoggedEvents.Read(Log);

        Assert.Equal(
            [
                "Warning W1 'a warning, ä€😀' at src/a.cs 3:7 of one.proj", "Error  'a line\nand another' at one.proj 3:3 of one.proj",
                "FailedProject  '' at  of one.proj", "FailedProject  '' at  of all.proj",
            ],
            events.Select(said => $"{said.Kind} {said.Code} '{said.Message}' at {Name(said.File)}{(said.Column > 0 ? $" {said.Line}:{said.Column}" : "")} of {Path.GetFileName(said.Project)}"));
    }

    [Fact]
    public async Task A_log_that_ends_anywhere_is_read_as_far_as_it_goes()
    {
        await BuildAsync();
        var whole = await File.ReadAllBytesAsync(Log, TestContext.Current.CancellationToken);
        var most = LoggedEvents.Read(Log).Count;

        for (var (length, before) = (0, 0); length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(Log, whole[..length], TestContext.Current.CancellationToken);
            var read = LoggedEvents.Read(Log).Count;
            Assert.InRange(read, before, length == whole.Length ? most : most - 1);
            before = read;
        }
        Assert.Equal(most, LoggedEvents.Read(Log).Count);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Name(string file) => file.StartsWith('/') ? Path.GetFileName(file) : file;

    private async Task BuildAsync()
    {
        Write("one.proj", """
            <Project><Target Name="Build">
              <Exec Command="echo 'src/a.cs(3,7): warning W1: a warning, ä€😀'" />
              <Error Text="a line&#10;and another" />
            </Target></Project>
            """);
        Write("all.proj", """<Project><Target Name="Build"><MSBuild Projects="one.proj" /></Target></Project>""");
        var logger = Path.Combine(AppContext.BaseDirectory, "Slipway.BuildLog.dll");
        var request = ProcessRequest.For("dotnet", "msbuild", "all.proj", "-nologo", "-nodeReuse:false", $"-logger:Slipway.BuildLog.FindingLogger,{logger};{Log}");
        var result = await new ProcessRunner().RunAsync(request with { WorkingDirectory = _folder.FullName }, TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 1, result.Output);
    }

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(_folder.FullName, path), text);
}
