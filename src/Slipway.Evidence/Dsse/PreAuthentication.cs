using System.Globalization;
using System.Text;

namespace Slipway.Evidence.Dsse;

/// <summary>DSSE's pre-authentication encoding, which is what is really signed: type and body cannot run into each other.</summary>
public static class PreAuthentication
{
    /// <summary><c>DSSEv1 SP LEN(type) SP type SP LEN(body) SP body</c>, lengths in bytes.</summary>
    public static byte[] Encode(string payloadType, ReadOnlySpan<byte> payload)
    {
        var typeLength = Encoding.UTF8.GetByteCount(payloadType);
        var head = string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {typeLength} {payloadType} {payload.Length} ");
        return [.. Encoding.UTF8.GetBytes(head), .. payload];
    }
}
