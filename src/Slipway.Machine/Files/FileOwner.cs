using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Slipway.Machine.Files;

/// <summary>To whom a file belongs: what somebody else could have written is not believed as what this user wrote himself.</summary>
public static partial class FileOwner
{
    private const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>
    /// Whether an open file belongs to whoever runs this, and nobody else may write it. On Windows a person's folders see to that; where a
    /// system does not tell owners, the mode alone decides.
    /// </summary>
    public static bool IsMine(SafeFileHandle file) => OperatingSystem.IsWindows()
        || ((File.GetUnixFileMode(file) & Others) == 0 && (FileStatus.OwnerOf(file) is not { } owner || owner == User()));

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint User();
}
