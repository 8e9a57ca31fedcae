using System.Numerics;
using System.Runtime.InteropServices;

namespace Slipway.Boundaries.Copies;

/// <summary>
/// A few hashes that stand for a whole source, chosen so that two sources that have <see cref="Shortest"/> lines on end in common have one of them in
/// common ("winnowing": of every <see cref="Window"/> hashes that follow each other the least is kept). One line in seven gives one.
/// </summary>
internal static class CodeMarks
{
    /// <summary>Lines on end that make a copy.</summary>
    public const int Shortest = 25;

    private const int Length = 13, Window = Shortest - Length + 1;
    private const ulong Factor = 0x9E3779B97F4A7C15;

    /// <returns>The marks, eight bytes each; null for a source that is shorter than any copy.</returns>
    public static byte[]? Of(List<CodeLine> lines)
    {
        if (lines.Count < Shortest) return null;
        var hashes = Rolling(lines);
        var marks = new List<ulong>();
        for (int at = 0, last = -1; at + Window <= hashes.Length; at++)
        {
            var least = at;
            for (var other = at + 1; other < at + Window; other++)
            {
                if (hashes[other] <= hashes[least]) least = other;
            }
            if (least == last) continue;
            marks.Add(hashes[least]);
            last = least;
        }
        return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(marks)).ToArray();
    }

    public static ReadOnlySpan<ulong> Read(byte[] marks) => MemoryMarshal.Cast<byte, ulong>(marks);

    // Of every run of so many lines, each made out of the one before.
    private static ulong[] Rolling(List<CodeLine> lines)
    {
        var hashes = new ulong[lines.Count - Length + 1];
        var (sum, highest) = (0UL, 1UL);
        for (var at = 1; at < Length; at++) highest *= Factor;
        for (var at = 0; at < lines.Count; at++)
        {
            if (at >= Length) sum -= lines[at - Length].Hash * highest;
            sum = (sum * Factor) + lines[at].Hash;
            // The low bits of a product know little of its factors' high ones.
            if (at >= Length - 1) hashes[at - Length + 1] = BitOperations.RotateLeft(sum ^ (sum >> 29), 17) * Factor;
        }
        return hashes;
    }
}
