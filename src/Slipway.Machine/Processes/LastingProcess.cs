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
    private const string Said = "lasts ";

    // What a shell starts in the background is nobody's child when the shell ends. Files that a caller left open would stay locked.
    private const string Script = """
        cd /
        for file in /dev/fd/*; do
          file=${file##*/}
          [ "$file" -le 2 ] || eval "exec $file>&-"
        done
        "$0" "$@" </dev/null >/dev/null 2>&1 &
        echo "lasts $!"
        """;

    // Mapped by the runtime itself, and no code.
    private static readonly ImmutableArray<string> Memory = ["/memfd:", "/dev/", "/SYSV", "/tmp/.dotnet/"];

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

    /// <summary>Those that this user has started with an argument and a variable, also where nobody has noted them. None where the system does not tell.</summary>
    /// <param name="argument">One of its arguments, whole: whatever it starts inherits the variable alone.</param>
    /// <param name="variable">As in <c>NAME=beginning</c>.</param>
    public static IEnumerable<LastingProcess> FindAll(string argument, string variable) => OperatingSystem.IsLinux()
        ? ProcessTable.Ids().Select(id => new LastingProcess(id)).Where(process =>
            process.Words("cmdline").Contains(argument, StringComparer.Ordinal)
            && process.Words("environ").Any(its => its.StartsWith(variable, StringComparison.Ordinal))
            && process.IsAlive)
        : [];

    /// <summary>Starts it with our environment and some changes. Not on Windows.</summary>
    /// <returns>Null where it could not be started.</returns>
    public static LastingProcess? Start(string program, ImmutableArray<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo("bash", ["-c", Script, program, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        try
        {
            using var shell = Process.Start(start)!;
            // A shell may greet first, as its BASH_ENV tells it.
            while (shell.StandardOutput.ReadLine() is { } line)
            {
                if (line.StartsWith(Said, StringComparison.Ordinal) && int.TryParse(line.AsSpan(Said.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return new(id);
            }
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether it is the program that it is taken for, and holds in memory what lies on the disk: it was started with a variable, has loaded a
    /// file, and no file that it has loaded was removed, or changed since. Only Linux tells, and false where a file was changed so shortly before
    /// that a change afterwards could have left the same time.
    /// </summary>
    /// <param name="variable">As in <c>NAME=value</c>.</param>
    /// <param name="loaded">The absolute path of a file that it must have loaded.</param>
    /// <param name="since">A moment before it was started.</param>
    /// <param name="allowed">Told the absolute path of each file that it has loaded: whether it may have.</param>
    public bool IsAsOnDisk(string variable, string loaded, DateTimeOffset since, Predicate<string> allowed)
    {
        const string Removed = " (deleted)";
        try
        {
            if (!Words("environ").Contains(variable, StringComparer.Ordinal)) return false;
            var files = File.ReadLines($"/proc/{Id}/maps")
                .Select(line => line.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? line[slash..] : "")
                .Where(path => path.Length > 0 && !Memory.Any(memory => path.StartsWith(memory, StringComparison.Ordinal)))
                .ToHashSet(StringComparer.Ordinal);
            return files.Contains(loaded)
                && files.All(path => !path.EndsWith(Removed, StringComparison.Ordinal) && allowed(path) && FileStatus.IsUnchangedSince(path, since));
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

    // Of its command line or its environment; none where the system does not tell.
    private string[] Words(string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{Id}/{file}").Split('\0');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
