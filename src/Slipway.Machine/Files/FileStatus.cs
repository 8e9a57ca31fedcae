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
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan _wholeSeconds = TimeSpan.FromSeconds(2);

    /// <summary>Of what a path leads to, links followed; null where there is nothing, or no way to tell.</summary>
    public static FileStatus? Of(string path) => Of(WorkingFolder, path, 0);

    /// <summary>Of a file that is open, whether or not it has a name still.</summary>
    public static FileStatus? Of(SafeFileHandle file) => Of((int)file.DangerousGetHandle(), "", EmptyPath);

    /// <summary>The number of the user to whom an open file belongs; null where there is no way to tell.</summary>
    public static uint? OwnerOf(SafeFileHandle file) => Ask((int)file.DangerousGetHandle(), "", EmptyPath)?.Owner;

    /// <summary>
    /// Everything of what a path names (a link itself and not what it leads to) that changes when the file does, as one word. The time of the
    /// last change of status is part of it, which only the kernel sets. Null where there is nothing, or no way to tell.
    /// </summary>
    public static string? StampOf(string path) => Ask(WorkingFolder, path, LinkItself)?.Stamp;

    /// <summary>
    /// The same of an open file that has several names; null for one that has not, and while its status has changed so recently that another
    /// change could leave the same time.
    /// </summary>
    public static string? SettledStampOf(SafeFileHandle file, DateTimeOffset now) =>
        Ask((int)file.DangerousGetHandle(), "", EmptyPath) is { Links: > 1 } raw && raw.Changed.IsPast(now) ? raw.Stamp : null;

    /// <summary>
    /// The same without the time of the last change of status, for a file that has several names; null for one that has not. Whoever gives it
    /// another name, or takes one away, changes that time and nothing else of it.
    /// </summary>
    public static string? SharedStampOf(string path) => Ask(WorkingFolder, path, LinkItself) is { Links: > 1 } raw && (raw.Mode & 0xF000) == 0x8000
        ? string.Create(CultureInfo.InvariantCulture, $"{raw.Major}:{raw.Minor}/{raw.Inode} {raw.Mode} {raw.Size} {raw.Modified}")
        : null;

    /// <summary>
    /// Whether what a path leads to was last changed in any way, its status too, so long before a moment that a change after it would have left
    /// another time. False where there is nothing, or no way to tell.
    /// </summary>
    public static bool IsUnchangedSince(string path, DateTimeOffset moment) => Ask(WorkingFolder, path, 0) is { } raw && raw.Changed.IsPast(moment);

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

        [FieldOffset(20)]
        public uint Owner;

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

        public readonly string Stamp => string.Create(CultureInfo.InvariantCulture, $"{Major}:{Minor}/{Inode} {Mode} {Size} {Modified} {Changed}");
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Moment
    {
        public long Seconds;
        public uint Nanoseconds;
        public int Unused;

        private readonly DateTimeOffset Time => DateTimeOffset.FromUnixTimeSeconds(Seconds).AddTicks(Nanoseconds / 100);

        /// <summary>Whether whatever changes from now on gets another time: a file system counts in ticks of the kernel's clock, or in whole seconds.</summary>
        public readonly bool IsPast(DateTimeOffset now) => Time + (Nanoseconds == 0 ? _wholeSeconds : _tick) < now;

        public override readonly string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds}.{Nanoseconds:D9}");
    }
}
