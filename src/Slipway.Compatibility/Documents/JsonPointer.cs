namespace Slipway.Compatibility.Documents;

/// <summary>A place in a JSON document, RFC 6901, with the <c>#</c> of a reference.</summary>
internal static class JsonPointer
{
    public const string Root = "#";

    public static string Child(string parent, string name) =>
        $"{parent}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public static string Unescape(string token) =>
        Uri.UnescapeDataString(token).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
