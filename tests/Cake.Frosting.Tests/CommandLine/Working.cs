using Cake.Core;
using Cake.Frosting.Tests.Harness;

namespace Cake.Frosting.Tests.CommandLine;

public sealed class Working : IDisposable
{
    private readonly string _before = Environment.CurrentDirectory;
    private readonly DirectoryInfo _asked = Directory.CreateTempSubdirectory("asked-");
    private readonly DirectoryInfo _wired = Directory.CreateTempSubdirectory("wired-");

    [Theory]
    [InlineData("--working")]
    [InlineData("-w")]
    public void Is_the_folder_to_work_in(string option)
        => Assert.Equal([_asked.FullName], FrostingRun.Of(Wire, option, _asked.FullName).Trace);

    [Fact]
    public void Beats_what_the_host_was_wired_with()
    {
        Assert.Equal([_wired.FullName], FrostingRun.Of(host => Wire(host.UseWorkingDirectory(_wired.FullName))).Trace);
        Assert.Equal(
            [_asked.FullName],
            FrostingRun.Of(host => Wire(host.UseWorkingDirectory(_wired.FullName)), "-w", _asked.FullName).Trace);
    }

    [Fact]
    public void Must_exist()
    {
        var run = FrostingRun.Of(Wire, "--working=/no/such/folder");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("Error: The working directory '/no/such/folder' does not exist.", run.Error);
        Assert.Empty(run.Trace);
    }

    [Fact]
    public void Is_where_the_configuration_file_is_read()
    {
        File.WriteAllText(Path.Combine(_asked.FullName, "cake.config"), "[Settings]\nVerbosity=quiet\n");

        Assert.Equal(["Quiet"], FrostingRun.Of(host => host.Task<TellsVerbosity>(), "-t=TellsVerbosity", "-w", _asked.FullName).Trace);
    }

    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        _asked.Delete(recursive: true);
        _wired.Delete(recursive: true);
    }

    private static void Wire(CakeHost host) => host.Task<Default>();

    private sealed class Default(Trace trace) : FrostingTask
    {
        public override void Run(ICakeContext context) => trace.Add(context.Environment.WorkingDirectory.FullPath);
    }

    private sealed class TellsVerbosity(Trace trace) : FrostingTask
    {
        public override void Run(ICakeContext context) => trace.Add(context.Log.Verbosity.ToString());
    }
}
