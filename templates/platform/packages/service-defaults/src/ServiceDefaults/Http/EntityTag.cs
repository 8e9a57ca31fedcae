using System.Globalization;

namespace ServiceDefaults.Http;

/// <summary>A row's version as an HTTP entity tag: read it in <c>ETag</c>, give it back in <c>If-Match</c>.</summary>
public static class EntityTag
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public static bool TryRead(string? header, out int version)
    {
        version = 0;
        return header is ['"', .. var digits, '"'] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out version);
    }
}
