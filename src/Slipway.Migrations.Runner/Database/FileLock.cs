using Microsoft.EntityFrameworkCore;
using Slipway.Migrations.Runner.Verbs;

namespace Slipway.Migrations.Runner.Database;

/// <summary>
/// SQLite's: a file beside the database, locked by the operating system, which gives it back when the process ends. EF Core's own lock is a
/// row, and the row of a process that was killed stays: every later run would wait for it for ever.
/// </summary>
internal sealed class FileLock : DeploymentLock
{
    // A database in memory is its process's alone.
    private readonly string? _path;
    private FileStream? _file;

    private FileLock(string? path) => _path = path;

    public static new async Task<DeploymentLock> AcquireAsync(Run run, DbContext context, CancellationToken cancellation)
    {
        var held = new FileLock(SqliteFile.Of(context) is { } database ? $"{database}-migrating" : null);
        await Session.ConnectAsync(context, cancellation);
        await held.WaitAsync(run, Place.Of(context), cancellation);
        await ForgetTheDeadAsync(context, cancellation);
        return held;
    }

    public override ValueTask DisposeAsync() => _file?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override Task<bool> TryAsync(CancellationToken cancellation)
    {
        if (_path is null) return Task.FromResult(true);
        try
        {
            _file = new(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return Task.FromResult(true);
        }
        catch (IOException failure) when (IsHeld(failure))
        {
            return Task.FromResult(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RunnerException(ExitCode.Failed, Codes.LockUnusable, $"The lock of this database, the file {_path}, cannot be taken: {failure.Message}",
                "Let the bundle write beside the database.", failure);
        }
    }

    // Windows has two words for it, Unix one, whose number differs between Linux and the BSDs.
    private static bool IsHeld(IOException failure) => OperatingSystem.IsWindows()
        ? failure.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021)
        : failure.HResult == (OperatingSystem.IsLinux() ? 11 : 35);

    // Every bundle takes the file first. Who has it is alone, and a row that is there has no owner any more.
    private static async Task ForgetTheDeadAsync(DbContext context, CancellationToken cancellation)
    {
        var tables = await context.Database.AskAsync("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'", cancellation);
        if (tables is not 0L)
            await context.Database.AskAsync("""DELETE FROM "__EFMigrationsLock" """, cancellation);
    }
}
