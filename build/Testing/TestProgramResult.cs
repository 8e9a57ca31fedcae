using System.Globalization;
using Slipway.Machine.Processes;

namespace Slipway.Build.Testing;

/// <summary>What one test program came to.</summary>
internal sealed record TestProgramResult(string Name, int Passed, IReadOnlyList<string> Failures, IReadOnlyList<string> Skips, TimeSpan Time)
{
    /// <summary>The last output of a program that failed without a failed test; null for every other.</summary>
    public string? Crash { get; init; }

    public int Failed => Failures.Count + (Crash is null ? 0 : 1);

    /// <summary>Whether it had nothing to run.</summary>
    public bool IsEmpty => Passed + Failed + Skips.Count == 0;

    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"  {Name,-36} {Passed,5} passed {Failed,3} failed {Skips.Count,3} skipped  {Time.TotalSeconds,6:0.0} s");

    public static TestProgramResult Broken(string name, ProcessResult process) => new(name, 0, [], [], process.Duration)
    {
        Crash = $"ended with exit code {process.ExitCode} and no report\n{process.Tail}",
    };
}
