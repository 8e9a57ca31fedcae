using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Slipway.Machine.Files;

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

    private LastingProcess(int id) => (Id, Started) = (id, OperatingSystem.IsLinux() ? ProcessTable.StartOf(id) : null);

    public int Id { get; }

    /// <summary>In clock ticks since the machine started; null where the system does not tell, and where it has ended already.</summary>
    public ulong? Started { get; }

    public bool IsAlive => OperatingSystem.IsLinux() && Started is { } started && ProcessTable.IsRunning(new(Id, started));

    /// <summary>One that was started before, also by a process that is no more.</summary>
    /// <param name="id">Its <see cref="Id"/>.</param>
    /// <param name="started">Its <see cref="Started"/>: an id may have become somebody else's.</param>
    /// <returns>Null where it has ended, or the system does not tell.</returns>
    public static LastingProcess? Find(int id, ulong started) => new LastingProcess(id) is { IsAlive: true } found && found.Started == started ? found : null;

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

    /// <summary>
    /// Whether all code that it holds in memory is what lies on the disk: no library, program or assembly of those that it has loaded was
    /// removed, or changed since. Only Linux tells.
    /// </summary>
    /// <param name="since">A moment before it was started.</param>
    /// <param name="allowed">Told each such file's absolute path: whether it may have loaded that at all.</param>
    public bool IsAsOnDisk(DateTimeOffset since, Predicate<string> allowed)
    {
        const string Removed = " (deleted)";
        try
        {
            var loaded = File.ReadLines($"/proc/{Id}/maps")
                .Select(line => line.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? line[slash..] : "")
                .Distinct(StringComparer.Ordinal)
                .Where(path => IsCode(path.EndsWith(Removed, StringComparison.Ordinal) ? path[..^Removed.Length] : path))
                .ToList();
            // What has just ended has nothing loaded any more.
            return loaded.Count > 0 && loaded.TrueForAll(path => !path.EndsWith(Removed, StringComparison.Ordinal) && allowed(path) && FileStatus.ChangedAt(path) <= since);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Ends it at once; nothing happens where it has ended by itself.</summary>
    public void Kill()
    {
        if (OperatingSystem.IsWindows() || (OperatingSystem.IsLinux() && !IsAlive)) return;
        Signals.Send(Id, Signals.Kill);
    }

    private static bool IsCode(string path) =>
        Path.GetExtension(path) is ".dll" or ".exe" or ".so" || Path.GetFileName(path).Contains(".so.", StringComparison.Ordinal);
}
