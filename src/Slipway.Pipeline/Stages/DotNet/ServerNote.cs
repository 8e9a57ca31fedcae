using System.Collections.Immutable;
using System.Globalization;
using Slipway.Machine.Files;
using Slipway.Machine.Processes;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>Which server was started from this checkout, for the runs that follow: a line of text among what runs work with.</summary>
/// <param name="run">The run.</param>
/// <param name="name">Of the server, such as <c>msbuild</c>.</param>
internal sealed class ServerNote(RunContext run, string name)
{
    private readonly string _file = Path.Combine(run.Paths.Work, $"{name}.server");

    /// <summary>When it was written.</summary>
    public DateTimeOffset WrittenAt => new(File.GetLastWriteTimeUtc(_file));

    /// <summary>The server, where it is there still, and the words that were written about it.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Nor may it.</exception>
    public (LastingProcess Server, ImmutableArray<string> Words)? Read() =>
        File.Exists(_file) && FileKind.Other(_file) is null && File.ReadAllText(_file).Split(' ', '\n') is [var process, var started, .. var words, ""]
        && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && ulong.TryParse(started, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && LastingProcess.Find(number, ticks) is { } server ? (server, [.. words]) : null;

    /// <summary>Starts one and writes it down, as of a moment before it was started: whatever it loads and is changed afterwards is younger than the note.</summary>
    /// <returns>Null where it could not be started.</returns>
    /// <exception cref="IOException">Nothing can be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Nor may it.</exception>
    public LastingProcess? Start(Func<LastingProcess?> start, params ReadOnlySpan<string> words)
    {
        AtomicFile.WriteAllText(_file, "");
        if (start() is not { } server) return null;
        // Where the system does not tell when it was started, nobody could tell it from another.
        if (server.Started is not { } started) return server;
        var written = File.GetLastWriteTimeUtc(_file);
        AtomicFile.WriteAllText(_file, string.Create(CultureInfo.InvariantCulture, $"{server.Id} {started} {string.Join(' ', words)}\n"));
        File.SetLastWriteTimeUtc(_file, written);
        return server;
    }
}
