using Cake.Core;
using Cake.Frosting.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Tests.Docker;

/// <summary>A shell script named docker, first on the path, that says that it is a fake, notes its arguments and answers as told.</summary>
internal sealed class FakeDocker : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fake-docker-");
    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");

    public FakeDocker(string answer = "", int exitCode = 0)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The fake docker is a shell script.");
            return;
        }

        var script = Path.Combine(_folder.FullName, "docker");
        File.WriteAllText(script, $"""
            #!/bin/sh
            echo 'This is a fake docker; nothing was run.' >&2
            printf '%s\n' "$@" > '{Noted}'
            printf '{answer}'
            exit {exitCode}

            """);
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Environment.SetEnvironmentVariable("PATH", $"{_folder.FullName}{Path.PathSeparator}{_path}");
    }

    private string Noted => Path.Combine(_folder.FullName, "arguments");

    /// <summary>Runs one task that makes the call, and gives the arguments that docker was started with.</summary>
    public (FrostingRun Run, string[] Arguments) Call(Func<ICakeContext, IEnumerable<string?>> call)
    {
        var run = FrostingRun.Of(
            host => host.ConfigureServices(services => services.AddSingleton(call)).Task<Calls>(),
            "--target=Calls");
        return (run, File.ReadAllLines(Noted));
    }

    public string[] Call(Action<ICakeContext> call)
    {
        var (run, arguments) = Call(context =>
        {
            call(context);
            return [];
        });
        Assert.Equal(0, run.ExitCode);
        return arguments;
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        _folder.Delete(recursive: true);
    }
}
