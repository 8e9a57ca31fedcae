namespace Slipway.Evidence.Statements;

/// <summary>A run as SLSA names it: <c>urn:uuid:6f2c1a52-…</c></summary>
internal static class InvocationUri
{
    private const string Prefix = "urn:uuid:";

    public static string Write(Guid invocation) => $"{Prefix}{invocation:D}";

    public static Guid? Read(string? text) =>
        text?.StartsWith(Prefix, StringComparison.Ordinal) == true && Guid.TryParseExact(text[Prefix.Length..], "D", out var invocation) && Write(invocation) == text
            ? invocation
            : null;
}
