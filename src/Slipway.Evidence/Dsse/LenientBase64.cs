using System.Diagnostics.CodeAnalysis;

namespace Slipway.Evidence.Dsse;

/// <summary>Reads both alphabets of base64, padded or not, as DSSE asks of verifiers.</summary>
internal static class LenientBase64
{
    public static bool TryDecode(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text.Any(char.IsWhiteSpace)) return false;
        var standard = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        if (text.Length - standard.Length > 2 || standard.Length % 4 == 1) return false;
        var buffer = new byte[(standard.Length * 3 / 4) + 3];
        if (!Convert.TryFromBase64String(standard.PadRight((standard.Length + 3) / 4 * 4, '='), buffer, out var written)) return false;
        bytes = buffer[..written];
        return true;
    }
}
