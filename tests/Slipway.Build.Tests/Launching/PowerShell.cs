using System.Collections.Immutable;
using Slipway.Machine.Processes;

namespace Slipway.Build.Tests.Launching;

/// <summary>PowerShell: the one on the path, else the tool that this repository names, if the feed gives it.</summary>
internal static class PowerShell
{
    private static readonly Lazy<Task<ImmutableArray<string>>> _command = new(FindAsync);

    /// <summary>The program and its first arguments, absolute; empty where there is none.</summary>
    public static Task<ImmutableArray<string>> CommandAsync() => _command.Value;

    private static async Task<ImmutableArray<string>> FindAsync()
    {
        if (Executables.Find("pwsh") is { } installed) return await ResolveAsync(installed);
        if (Executables.Find("dotnet") is not { } dotnet || !(await AskAsync(dotnet, "tool", "restore")).Succeeded) return [];
        return await ResolveAsync(dotnet, "tool", "run", "pwsh");
    }

    // A tool's command looks for dotnet on the path, where these tests put one of paper; so what it starts is started without it.
    private static async Task<ImmutableArray<string>> ResolveAsync(string program, params ImmutableArray<string> arguments)
    {
        var asked = await AskAsync(program, [.. arguments, "-NoProfile", "-Command", "[Environment]::ProcessPath; [Environment]::GetCommandLineArgs()[0]"]);
        if (!asked.Succeeded) return [];
        var lines = asked.Output.ReplaceLineEndings("\n").Split('\n');
        return Path.GetFileNameWithoutExtension(lines[0]) == "dotnet" ? [lines[0], lines[1]] : [lines[0]];
    }

    private static Task<ProcessResult> AskAsync(string program, params ImmutableArray<string> arguments) =>
        new ProcessRunner().RunAsync(ProcessRequest.For(program, arguments) with { WorkingDirectory = Checkout.Root });
}
