using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Slipway.Model.Problems;

namespace Slipway.Machine.Files;

/// <summary>One run per checkout: who comes second waits, and knows for whom.</summary>
public sealed class CheckoutLock : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);
    private readonly Lease _lease;
    private readonly bool _isNew;

    private CheckoutLock(Lease lease, bool isNew) => (_lease, _isNew) = (lease, isNew);

    /// <summary>Takes the lock. The kernel frees it when its owner dies.</summary>
    /// <param name="path">The lock file, such as <c>artifacts/.lock</c>; beside it lies <c>.lock.holder</c>.</param>
    /// <param name="holder">What others are told: the command, as in "./build.sh --target=Unit".</param>
    /// <param name="onWait">Told once, with the sentence that names the holder, when there is need to wait; null fails instead.</param>
    /// <param name="clock">Paces the waiting and dates the holder.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="BadInputException">Another run holds it, and <paramref name="onWait"/> is null.</exception>
    public static async Task<CheckoutLock> TakeAsync(
        string path, string holder, Action<string>? onWait, TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        clock ??= TimeProvider.System;
        var full = Path.GetFullPath(path);
        var isNew = !File.Exists(full);
        Lease? lease;
        for (var told = false; !TryTake(full, out lease); told = true)
        {
            isNew = false;
            if (onWait is null) throw Held(full);
            if (!told) onWait($"Waiting for {HolderOf(full)}.");
            await Task.Delay(_pause, clock, cancellationToken).ConfigureAwait(false);
        }

        AtomicFile.WriteAllText(HolderFile(full), string.Create(
            CultureInfo.InvariantCulture, $"{holder} (process {Environment.ProcessId}, since {clock.GetUtcNow():HH:mm:ss} UTC)"));
        return new(lease, isNew);
    }

    public void Dispose() => _lease.Dispose();

    /// <summary>
    /// Frees the lock and removes what taking it brought into the checkout: for a run that found out that it must not begin. A lock that
    /// was there before stays.
    /// </summary>
    public void Withdraw()
    {
        using (_lease)
        {
            // Without a look at the inode, as TryTake has it, a file that others may have open must keep its name.
            if (!_isNew || _lease.IsInPlace != true) return;
            File.Delete(HolderFile(_lease.Path));
            File.Delete(_lease.Path);
            RemoveEmpty(Path.GetDirectoryName(_lease.Path)!);
        }
    }

    private static void RemoveEmpty(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (IOException)
        {
            // Others have something in it.
        }
    }

    private static bool TryTake(string path, [NotNullWhen(true)] out Lease? lease)
    {
        try
        {
            while (true)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                if (!TryOpen(path, out lease)) return false;
                if (lease is { IsInPlace: not false }) return true;
                // Its owner withdrew between our opening the file and our locking it: what is locked now has no name.
                lease?.Dispose();
            }
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new BadInputException(WritableFolders.Denied(path, $"This checkout cannot be locked: {failure.Message}"), failure);
        }
    }

    private static bool TryOpen(string path, out Lease? lease)
    {
        try
        {
            return Lease.TryTake(path, out lease);
        }
        catch (DirectoryNotFoundException)
        {
            // The folder went with a lock that was withdrawn.
            lease = null;
            return true;
        }
    }

    private static string HolderFile(string path) => $"{path}.holder";

    private static string HolderOf(string path)
    {
        try
        {
            return File.ReadAllText(HolderFile(path));
        }
        catch (IOException)
        {
            return "another run";
        }
    }

    private static BadInputException Held(string path) => new(new Problem
    {
        Code = Codes.CheckoutHeld,
        Message = $"This checkout is in use by {HolderOf(path)}.",
        Mend = "wait for that run, or start without --no-wait, which waits by itself",
        File = path,
    });
}
