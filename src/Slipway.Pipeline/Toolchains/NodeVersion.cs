using System.Globalization;
using Slipway.Machine.Files;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Toolchains;

/// <summary>Which Node the PATH leads to. Asking it takes as long as all the rest of a run that replays everything, so the answer is kept.</summary>
internal static class NodeVersion
{
    /// <summary>Such as <c>v20.20.0</c>; null where there is none.</summary>
    public static async Task<string?> FindAsync(IProcessRunner processes, ArtifactPaths paths, CancellationToken cancellation)
    {
        if (Program() is not { } program) return null;
        var identity = string.Create(CultureInfo.InvariantCulture, $"{program.FullName} {program.Length} {program.LastWriteTimeUtc.Ticks}");
        var file = Path.Combine(paths.Work, "node-version");
        if (Kept(file) is [var same, var kept] && same == identity) return kept;
        if (await AskAsync(processes, program.FullName, cancellation) is not { } version) return null;
        Keep(file, $"{identity}\n{version}\n");
        return version;
    }

    private static FileInfo? Program()
    {
        var name = OperatingSystem.IsWindows() ? "node.exe" : "node";
        var places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var found = places.Select(place => new FileInfo(Path.Join(place, name))).FirstOrDefault(file => file.Exists);
        return found?.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? found;
    }

    private static async Task<string?> AskAsync(IProcessRunner processes, string program, CancellationToken cancellation)
    {
        try
        {
            var answer = await processes.RunAsync(new() { FileName = program, Arguments = ["--version"], TimeLimit = TimeSpan.FromSeconds(30) }, cancellation);
            return answer.ExitCode == 0 ? answer.Output.Trim() : null;
        }
        catch (SlipwayException)
        {
            // A Node that does not even tell its version fails every stage that uses it, and that says more.
            return null;
        }
    }

    private static string[]? Kept(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllLines(file) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Keep(string file, string text)
    {
        try
        {
            // Who only looks at a platform leaves nothing in it.
            if (Directory.Exists(Path.GetDirectoryName(file))) AtomicFile.WriteAllText(file, text);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is asked again, then.
        }
    }
}
