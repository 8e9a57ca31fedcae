using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Evidence.Keys;

/// <summary>The name of a key as <c>ssh-keygen -lf</c> prints it, which is also what Go's DSSE verifiers expect as key id.</summary>
internal static class SshFingerprint
{
    public static string Of(ECPoint point)
    {
        using var blob = new MemoryStream();
        Append(blob, Encoding.ASCII.GetBytes("ecdsa-sha2-nistp256"));
        Append(blob, Encoding.ASCII.GetBytes("nistp256"));
        Append(blob, [0x04, .. point.X!, .. point.Y!]);
        return "SHA256:" + Convert.ToBase64String(SHA256.HashData(blob.ToArray())).TrimEnd('=');
    }

    private static void Append(MemoryStream blob, ReadOnlySpan<byte> value)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        blob.Write(length);
        blob.Write(value);
    }
}
