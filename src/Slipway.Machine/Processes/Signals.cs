using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Slipway.Machine.Processes;

/// <summary>POSIX signals; .NET itself can only kill.</summary>
internal static partial class Signals
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>Sends a signal to one process; to a group when the id is negative. A process that is gone is no error.</summary>
    [UnsupportedOSPlatform("windows")]
    public static void Send(int process, int signal) => _ = SendCore(process, signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendCore(int process, int signal);
}
