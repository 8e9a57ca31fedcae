namespace Slipway.Evidence.Keys;

/// <summary>A key to sign with.</summary>
/// <param name="Public">Its public half.</param>
/// <param name="Kind">What it may vouch for; stands in what it signs.</param>
/// <param name="Signer">Whatever holds the private half.</param>
public sealed record SigningKey(VerificationKey Public, KeyKind Kind, ISigner Signer);
