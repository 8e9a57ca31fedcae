using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Docker;

/// <summary>Runs docker's client as a Cake tool: found on the path, and an exception for every exit code but 0.</summary>
internal sealed class DockerRunner(ICakeContext context)
    : Tool<AutoToolSettings>(context.FileSystem, context.Environment, context.ProcessRunner, context.Tools)
{
    private readonly ICakeEnvironment _environment = context.Environment;

    public void Run(string command, AutoToolSettings settings, params IEnumerable<string> arguments)
        => Run(settings, ArgumentsOf(command, settings, arguments));

    public string[] RunWithResult(string command, AutoToolSettings settings, params IEnumerable<string> arguments)
    {
        string[] lines = [];
        Run(
            settings,
            ArgumentsOf(command, settings, arguments),
            new ProcessSettings { RedirectStandardOutput = true },
            process => lines = [.. process.GetStandardOutput()]);
        return lines;
    }

    protected override string GetToolName() => "Docker";

    // Under WSL both exist; the native client comes first.
    protected override IEnumerable<string> GetToolExecutableNames()
        => _environment.Platform.IsUnix() ? ["docker", "docker.exe"] : ["docker.exe", "docker"];

    private static ProcessArgumentBuilder ArgumentsOf(string command, AutoToolSettings settings, IEnumerable<string> arguments)
    {
        var builder = new ProcessArgumentBuilder();
        builder.Append(command);
        builder.AppendOptions(settings);
        foreach (var argument in arguments)
        {
            builder.Append(argument);
        }

        return builder;
    }
}
