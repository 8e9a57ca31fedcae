using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServiceDefaults.Http;

/// <summary>
/// Where a page ended, as an opaque word. Paging by key instead of by offset: a page costs the same however deep it is,
/// and rows that come or go meanwhile are neither repeated nor skipped.
/// </summary>
public static class PageToken
{
    public static string Write<TKey>(TKey key) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(key));

    /// <returns>False when <paramref name="token"/> was not made by <see cref="Write"/> for this kind of key.</returns>
    public static bool TryRead<TKey>(string token, [NotNullWhen(true)] out TKey? key)
    {
        key = default;
        try
        {
            key = JsonSerializer.Deserialize<TKey>(Base64Url.DecodeFromChars(token));
        }
        catch (Exception failure) when (failure is FormatException or JsonException)
        {
            return false;
        }

        return key is not null;
    }
}
