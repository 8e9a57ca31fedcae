using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Slipway.Machine.Programs;

/// <summary>A program of an operating system and a processor, as its first bytes tell it.</summary>
public static class NativeProgram
{
    private const int Enough = 20;
    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Whether this machine can start it: it is of this system, and may be executed. What was carried in a zip file may not.</summary>
    /// <param name="path">A file of any kind.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool RunsHere(string path)
    {
        var head = new byte[Enough];
        using (var stream = File.OpenRead(path))
        {
            if (stream.ReadAtLeast(head, Enough, throwOnEndOfStream: false) < Enough) return false;
        }
        if (OperatingSystem.IsWindows()) return head is [(byte)'M', (byte)'Z', ..];
        if ((File.GetUnixFileMode(path) & Execute) == 0) return false;
        if (OperatingSystem.IsMacOS()) return head is [0xCF, 0xFA, 0xED, 0xFE, ..] && IsOurs(BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4)), 0x0100_0007, 0x0100_000C);
        return head is [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] && IsOurs(BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(18)), 0x3E, 0xB7);
    }

    private static bool IsOurs(uint machine, uint x64, uint arm64) => RuntimeInformation.OSArchitecture switch
    {
        Architecture.X64 => machine == x64,
        Architecture.Arm64 => machine == arm64,
        _ => true,
    };
}
