using Slipway.Evidence.Keys;
using Slipway.Evidence.Statements;

namespace Slipway.Evidence.Bundles;

/// <summary>A statement whose signature was checked, and the key that made it.</summary>
/// <param name="Statement">Read from the very bytes that were checked.</param>
/// <param name="Key">The trusted key that signed.</param>
/// <param name="HasOurForm">Whether the bundle's bytes are exactly those that Slipway writes.</param>
public sealed record VerifiedStatement(Statement Statement, TrustedKey Key, bool HasOurForm);
