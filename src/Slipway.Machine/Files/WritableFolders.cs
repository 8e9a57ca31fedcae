using System.Runtime.InteropServices;
using Slipway.Model.Problems;

namespace Slipway.Machine.Files;

/// <summary>Folders that a run is going to write, looked at before it has done its work.</summary>
public static partial class WritableFolders
{
    private const int WriteAndEnter = 2 | 1;

    /// <summary>Refuses folders of a checkout that are somebody else's.</summary>
    /// <param name="folders">Absolute. They need not be there.</param>
    /// <exception cref="BadInputException">One of them is there and may not be written.</exception>
    public static void Require(params ReadOnlySpan<string> folders)
    {
        foreach (var folder in folders) if (Directory.Exists(folder) && !MayWrite(folder)) throw new BadInputException(Denied(folder, "It may not be written."));
    }

    /// <summary>Refuses a machine on which nothing temporary can be written: each program that needs it would say so in its own way, if at all.</summary>
    /// <exception cref="BadInputException">The folder for temporary files is not there, or may not be written.</exception>
    public static void RequireTemporary()
    {
        var folder = Path.GetTempPath();
        if (MayWrite(folder)) return;
        throw new BadInputException(new Problem
        {
            Code = Codes.TemporaryNotWritable,
            Message = $"The folder for temporary files {(Directory.Exists(folder) ? "may not be written" : "is not there")}.",
            Mend = OperatingSystem.IsWindows() ? "set TMP to a folder that this user can write" : "set TMPDIR to a folder that this user can write, or unset it for /tmp",
            File = folder,
        });
    }

    /// <summary>What to say of a file or folder of the checkout that this user may not write.</summary>
    /// <param name="path">Absolute; null where only the message names it.</param>
    /// <param name="message">What was tried, as a sentence.</param>
    public static Problem Denied(string? path, string message) => new()
    {
        Code = Codes.CheckoutNotWritable,
        Message = message,
        Mend = "give it to the user who runs this; a run as root, or in a container, may have left it",
        File = path,
    };

    private static bool MayWrite(string folder) => OperatingSystem.IsWindows() ? Directory.Exists(folder) : Access(folder, WriteAndEnter) == 0;

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Access(string path, int mode);
}
