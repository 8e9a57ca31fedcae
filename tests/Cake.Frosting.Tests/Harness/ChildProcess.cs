using System.Diagnostics;

namespace Cake.Frosting.Tests.Harness;

/// <summary>A bounded process: killed with its tree when its time is over, or when nobody wants to read more of it.</summary>
internal sealed class ChildProcess(string file, TimeSpan limit)
{
    /// <summary>The sample build program: what only an entry assembly shows.</summary>
    public static ChildProcess Sample { get; } = new(Path.Combine(AppContext.BaseDirectory, "Sample"), TimeSpan.FromMinutes(1));

    public Dictionary<string, string> Environment { get; init; } = [];

    public (int ExitCode, string Output) Run(params IEnumerable<string> args)
    {
        using var process = Start(args);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{file} did not end within {limit}.");
        }

        return (process.ExitCode, output.Result + error.Result);
    }

    /// <summary>The first lines that it writes, fewer when it ends before.</summary>
    public IReadOnlyList<string> FirstLines(int count, params IEnumerable<string> args)
    {
        using var process = Start(args);
        using var timer = new Timer(_ => process.Kill(entireProcessTree: true), null, limit, Timeout.InfiniteTimeSpan);
        List<string> lines = [];
        while (lines.Count < count && process.StandardOutput.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return lines;
    }

    private Process Start(IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(file, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
