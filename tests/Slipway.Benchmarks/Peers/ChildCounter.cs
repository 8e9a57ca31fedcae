namespace Slipway.Benchmarks.Peers;

/// <summary>Counts how often a command starts <c>dotnet</c>: with a script of that name first on the <c>PATH</c>, which writes a line and steps aside.</summary>
internal static class ChildCounter
{
    public static async Task<int> CountAsync(Workshop workshop, Command command)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-count-").FullName;
        var log = Path.Combine(folder, "log");
        var script = Path.Combine(folder, "dotnet");
        await File.WriteAllTextAsync(log, "");
        await File.WriteAllTextAsync(script, $"#!/bin/sh\necho \"$*\" >>'{log}'\nexec '{DotNetCommand.Path}' \"$@\"\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        try
        {
            var path = folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
            await workshop.Runner.RunAsync(command with { Environment = command.Environment.SetItem("PATH", path) });
            return (await File.ReadAllLinesAsync(log)).Length;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
