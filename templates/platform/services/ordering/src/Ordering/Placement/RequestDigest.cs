using System.Security.Cryptography;
using System.Text.Json;

namespace Ordering.Placement;

internal static class RequestDigest
{
    /// <returns>Equal for requests that mean the same, whatever their spaces and the order of their keys: SHA-256, hexadecimal.</returns>
    public static string Of(PlaceOrder request) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request)));
}
