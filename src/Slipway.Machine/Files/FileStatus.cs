using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Slipway.Machine.Files;

/// <summary>What Linux knows of a file beyond what .NET asks: its kind, and which file it is whatever its name.</summary>
internal readonly partial record struct FileStatus(int Kind, ulong Inode, ulong Device)
{
    private const int WorkingFolder = -100;
    private const int EmptyPath = 0x1000;
    private const int LinkItself = 0x100;
    private const uint Basics = 0x7ff;

    /// <summary>Of what a path leads to, links followed; null where there is nothing, or no way to tell.</summary>
    public static FileStatus? Of(string path) => Of(WorkingFolder, path, 0);

    /// <summary>Of a file that is open, whether or not it has a name still.</summary>
    public static FileStatus? Of(SafeFileHandle file) => Of((int)file.DangerousGetHandle(), "", EmptyPath);

    /// <summary>
    /// Everything of what a path names (a link itself and not what it leads to) that changes when the file does, as one word. The time of the
    /// last change of status is part of it, which only the kernel sets. Null where there is nothing, or no way to tell.
    /// </summary>
    public static string? StampOf(string path) => Ask(WorkingFolder, path, LinkItself) is { } raw
        ? string.Create(CultureInfo.InvariantCulture, $"{raw.Major}:{raw.Minor}/{raw.Inode} {raw.Mode} {raw.Size} {raw.Modified} {raw.Changed}")
        : null;

    /// <summary>
    /// The same without the time of the last change of status, for a file that has several names; null for one that has not. Whoever gives it
    /// another name, or takes one away, changes that time and nothing else of it.
    /// </summary>
    public static string? SharedStampOf(string path) => Ask(WorkingFolder, path, LinkItself) is { Links: > 1 } raw && (raw.Mode & 0xF000) == 0x8000
        ? string.Create(CultureInfo.InvariantCulture, $"{raw.Major}:{raw.Minor}/{raw.Inode} {raw.Mode} {raw.Size} {raw.Modified}")
        : null;

    /// <summary>When what a path leads to was last changed in any way, its status too; null where there is nothing, or no way to tell.</summary>
    public static DateTimeOffset? ChangedAt(string path) => Ask(WorkingFolder, path, 0) is { Changed: var moment }
        ? DateTimeOffset.FromUnixTimeSeconds(moment.Seconds).AddTicks(moment.Nanoseconds / 100)
        : null;

    private static FileStatus? Of(int folder, string path, int flags) =>
        Ask(folder, path, flags) is { } raw ? new(raw.Mode & 0xF000, raw.Inode, ((ulong)raw.Major << 32) | raw.Minor) : null;

    private static Raw? Ask(int folder, string path, int flags)
    {
        if (!OperatingSystem.IsLinux()) return null;
        try
        {
            return Stat(folder, path, flags, Basics, out var raw) == 0 ? raw : null;
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
        [FieldOffset(16)]
        public uint Links;

        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(96)]
        public Moment Changed;

        [FieldOffset(112)]
        public Moment Modified;

        [FieldOffset(136)]
        public uint Major;

        [FieldOffset(140)]
        public uint Minor;
    }
    [StructLayout(LayoutKind.Sequential)]
    private struct Moment
    {
        public long Seconds;
        public uint Nanoseconds;
        public int Unused;

        public override readonly string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds}.{Nanoseconds:D9}");
    }
}
