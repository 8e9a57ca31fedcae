namespace VerifyTests;

/// <summary>A result differs from its snapshot, or has none yet.</summary>
public sealed class VerifyException(string message) : Exception(message);
