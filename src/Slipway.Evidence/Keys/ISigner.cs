namespace Slipway.Evidence.Keys;

/// <summary>The port through which everything is signed: a key in memory today, a key service where there is one.</summary>
public interface ISigner
{
    /// <summary>Signs with ECDSA over P-256 and SHA-256.</summary>
    /// <param name="message">The whole message, not its hash.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The signature in ASN.1 DER.</returns>
    ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation);
}
