using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;

namespace Slipway.Machine.Postgres;

/// <summary>The user that PostgreSQL runs as: ourselves, or nobody when we are root, which it refuses.</summary>
internal sealed partial class UnprivilegedUser
{
    // The passwd entry "nobody" has this id everywhere; PostgreSQL refuses an id without an entry.
    private const uint Nobody = 65534;

    private static readonly ImmutableArray<ImmutableArray<string>> _ways =
    [
        ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs", "--"],
        ["runuser", "-u", "nobody", "--"],
        ["su-exec", "nobody"],
        ["gosu", "nobody"],
    ];

    private readonly ImmutableArray<string> _prefix;

    private UnprivilegedUser(ImmutableArray<string> prefix) => _prefix = prefix;

    /// <summary>Whether it is not ourselves.</summary>
    public bool IsOther => !_prefix.IsEmpty;

    public static async Task<UnprivilegedUser> FindAsync(IProcessRunner runner, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return new([]);
        foreach (var way in _ways.Where(way => Executables.Find(way[0]) is not null))
        {
            var probe = new ProcessRequest { FileName = way[0], Arguments = [.. way[1..], "true"], WorkingDirectory = "/" };
            if ((await runner.RunAsync(probe, cancellationToken).ConfigureAwait(false)).Succeeded) return new(way);
        }
        throw new BadInputException(new Problem
        {
            Code = Codes.PostgresNeedsUser,
            Message = "PostgreSQL does not run as root, and neither setpriv nor runuser can start it as nobody here.",
            Mend = $"run as another user, install util-linux, or set {PostgresProvider.Variable}",
        });
    }

    public ImmutableArray<string> Wrap(ImmutableArray<string> command) => [.. _prefix, .. command];

    /// <summary>Gives a folder, or a file, to the user, who alone may then enter it.</summary>
    public void TakeOver(string path, bool file = false)
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.SetUnixFileMode(path, file ? Own : Own | UnixFileMode.UserExecute);
        if (IsOther && ChangeOwner(path, Nobody, Nobody) != 0)
            throw new IOException($"The folder '{path}' cannot be given to nobody: error {Marshal.GetLastPInvokeError()}.");
    }

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ChangeOwner(string path, uint user, uint group);
}
