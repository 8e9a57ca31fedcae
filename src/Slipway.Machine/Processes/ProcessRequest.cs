using System.Collections.Immutable;

namespace Slipway.Machine.Processes;

/// <summary>One program to run, with its bounds.</summary>
public sealed record ProcessRequest
{
    /// <summary>A name that <c>PATH</c> knows, or a path.</summary>
    public required string FileName { get; init; }

    /// <summary>Passed as they are: no shell reads them.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>The folder to work in; the host's own by default.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Changes to the host's environment; null removes a variable.</summary>
    public ImmutableDictionary<string, string?> Environment { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>After this the whole tree is killed. 10 minutes by default; <see cref="Timeout.InfiniteTimeSpan"/> for a server.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets each line of both streams as it comes, one at a time, without its line end.</summary>
    public Action<string>? OnLine { get; init; }

    /// <summary>What the program reads; null closes its standard input at once.</summary>
    public string? StandardInput { get; init; }

    /// <summary>How many characters of each stream are kept, half from its begin and half from its end. 32 million by default.</summary>
    public int OutputLimit { get; init; } = 32_000_000;

    /// <summary>The command as a person would type it.</summary>
    public string CommandLine => string.Join(' ', Arguments.Prepend(FileName).Select(Quoted));

    public static ProcessRequest For(string fileName, params ImmutableArray<string> arguments) =>
        new() { FileName = fileName, Arguments = arguments };

    /// <summary>The same request with one more change to the environment.</summary>
    public ProcessRequest With(string variable, string? value) => this with { Environment = Environment.SetItem(variable, value) };

    private static string Quoted(string word) =>
        word.Length > 0 && !word.AsSpan().ContainsAny(" \t\n\"'") ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
