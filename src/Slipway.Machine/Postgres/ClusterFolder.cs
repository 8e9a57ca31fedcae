using System.Collections.Immutable;
using System.Security.Cryptography;
using Slipway.Machine.Files;
using Slipway.Machine.Processes;

namespace Slipway.Machine.Postgres;

/// <summary>A fresh data folder in the machine's temporary folder, under a lease: the next run removes it if we cannot.</summary>
internal sealed class ClusterFolder : IDisposable
{
    public const string User = "postgres";
    private readonly string _path;
    private readonly Lease _lease;

    private ClusterFolder(string path, Lease lease, PostgresBinaries binaries, UnprivilegedUser user) =>
        (_path, _lease, Binaries, Account) = (path, lease, binaries, user);

    public PostgresBinaries Binaries { get; private set; }

    public UnprivilegedUser Account { get; }

    /// <summary>Of <see cref="User"/>. Others on this machine can reach the port too.</summary>
    public string Password { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public string Data => Path.Combine(_path, "data");

    public static async Task<ClusterFolder> CreateAsync(PostgresBinaries binaries, IProcessRunner runner, CancellationToken cancellationToken)
    {
        var prefix = $"slipway-postgres-{Environment.UserName}-";
        LeasedFolders.Sweep(Path.GetTempPath(), prefix);
        var user = await UnprivilegedUser.FindAsync(runner, cancellationToken).ConfigureAwait(false);
        var (path, lease) = LeasedFolders.Create(Path.Combine(Path.GetTempPath(), prefix));
        var folder = new ClusterFolder(path, lease, binaries, user);
        try
        {
            user.TakeOver(path);
            await folder.MakeReachableAsync(runner, cancellationToken).ConfigureAwait(false);
            await folder.InitializeAsync(runner, cancellationToken).ConfigureAwait(false);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>A program of PostgreSQL's, as the user who owns the folder.</summary>
    public ProcessRequest Command(string program, params ImmutableArray<string> arguments)
    {
        var words = Account.Wrap([program, .. arguments]);
        return new ProcessRequest { FileName = words[0], Arguments = words[1..], WorkingDirectory = _path }
            .With("HOME", _path).With("LC_ALL", "C").With("PGDATA", null).With("PGPORT", null).With("PGOPTIONS", null);
    }

    public void Dispose() => LeasedFolders.Remove(_path, _lease);

    // Binaries below a folder that only root may enter are of no use to another user. Starting one proves nothing: the program that
    // changes the user still has root's rights when it does so.
    private async Task MakeReachableAsync(IProcessRunner runner, CancellationToken cancellationToken)
    {
        if (!Account.IsOther) return;
        var probe = await runner.RunAsync(Command("test", "-r", Binaries.Postgres), cancellationToken).ConfigureAwait(false);
        if (probe.Succeeded) return;
        var copy = Path.Combine(_path, "binaries");
        FileTree.Copy(Path.GetDirectoryName(Binaries.Folder)!, copy);
        Binaries = Binaries with { Folder = Path.Combine(copy, Path.GetFileName(Binaries.Folder)) };
        Account.TakeOver(copy);
    }

    private async Task InitializeAsync(IProcessRunner runner, CancellationToken cancellationToken)
    {
        var passwordFile = Path.Combine(_path, "password");
        AtomicFile.WriteAllText(passwordFile, Password, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Account.TakeOver(passwordFile, file: true);
        ProcessRequest Initdb(string locale) => Command(
            Binaries.Initdb, "-D", Data, "-U", User, "-A", "scram-sha-256", $"--pwfile={passwordFile}", "-E", "UTF8", locale, "--no-sync");

        var result = await runner.RunAsync(Initdb("--locale=C.UTF-8"), cancellationToken).ConfigureAwait(false);
        if (!result.Succeeded && result.Error.Contains("locale", StringComparison.Ordinal))
        {
            FileTree.Delete(Data);
            result = await runner.RunAsync(Initdb("--no-locale"), cancellationToken).ConfigureAwait(false);
        }
        result.OrFail("initdb of a throwaway PostgreSQL", Codes.PostgresFailed);
        File.Delete(passwordFile);
    }
}
