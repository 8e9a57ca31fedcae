namespace Slipway.Evidence.Keys;

/// <summary>A public key that somebody decided to believe.</summary>
/// <param name="Key">The key.</param>
/// <param name="Kind">What it may vouch for, where that is known; null for a key given by hand.</param>
/// <param name="Source">Who says so, for messages: <c>--key</c>, <c>the development key</c>.</param>
public sealed record TrustedKey(VerificationKey Key, KeyKind? Kind, string Source);
