using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Slipway.Machine.Files;

/// <summary>What Linux knows of a file beyond what .NET asks: its kind, and which file it is whatever its name.</summary>
internal readonly partial record struct FileStatus(int Kind, ulong Inode, ulong Device)
{
    private const int WorkingFolder = -100;
    private const int EmptyPath = 0x1000;
    private const uint KindAndInode = 0x1 | 0x100;

    /// <summary>Of what a path leads to, links followed; null where there is nothing, or no way to tell.</summary>
    public static FileStatus? Of(string path) => Of(WorkingFolder, path, 0);

    /// <summary>Of a file that is open, whether or not it has a name still.</summary>
    public static FileStatus? Of(SafeFileHandle file) => Of((int)file.DangerousGetHandle(), "", EmptyPath);

    private static FileStatus? Of(int folder, string path, int flags)
    {
        if (!OperatingSystem.IsLinux()) return null;
        try
        {
            return Stat(folder, path, flags, KindAndInode, out var raw) == 0
                ? new(raw.Mode & 0xF000, raw.Inode, ((ulong)raw.Major << 32) | raw.Minor)
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Stat(int folder, string path, int flags, uint mask, out Raw status);

    // The kernel's struct statx: 256 bytes, the same on every processor.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Raw
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(136)]
        public uint Major;

        [FieldOffset(140)]
        public uint Minor;
    }
}
