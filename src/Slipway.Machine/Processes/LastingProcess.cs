using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Slipway.Machine.Processes;

/// <summary>
/// A program that goes on when this process has ended, such as a server with a time limit of its own. It is no child of ours, and holds no
/// stream, no file and no folder of ours: whoever waits for those does not wait for it.
/// </summary>
public sealed class LastingProcess
{
    // What a shell starts in the background is nobody's child when the shell ends. Files that a caller left open would stay locked.
    private const string Script = """
        cd /
        for file in /dev/fd/*; do
          file=${file##*/}
          [ "$file" -le 2 ] || eval "exec $file>&-"
        done
        "$0" "$@" </dev/null >/dev/null 2>&1 &
        echo $!
        """;

    private readonly ulong? _started;

    private LastingProcess(int id) => (Id, _started) = (id, OperatingSystem.IsLinux() ? ProcessTable.StartOf(id) : null);

    public int Id { get; }

    /// <summary>Starts it with our environment and some changes. Not on Windows.</summary>
    /// <returns>Null where it could not be started.</returns>
    public static LastingProcess? Start(string program, ImmutableArray<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo("bash", ["-c", Script, program, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        try
        {
            using var shell = Process.Start(start)!;
            return int.TryParse(shell.StandardOutput.ReadLine(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new(id) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Ends it at once; nothing happens where it has ended by itself.</summary>
    public void Kill()
    {
        if (OperatingSystem.IsWindows() || (OperatingSystem.IsLinux() && (_started is null || ProcessTable.StartOf(Id) != _started))) return;
        Signals.Send(Id, Signals.Kill);
    }
}
