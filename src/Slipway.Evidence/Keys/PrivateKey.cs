using System.Security.Cryptography;
using Slipway.Model.Problems;

namespace Slipway.Evidence.Keys;

/// <summary>A P-256 key held in memory.</summary>
public sealed class PrivateKey : ISigner, IDisposable
{
    private const string Encrypted = "ENCRYPTED PRIVATE KEY";
    private static readonly PbeParameters Pbe = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterationCount: 210_000);
    private readonly ECDsa _key;

    private PrivateKey(ECDsa key)
    {
        _key = key;
        Public = VerificationKey.Of(key);
    }

    public VerificationKey Public { get; }

    public static PrivateKey Generate() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Whether a PEM is encrypted PKCS#8, the only form in which a release key is taken.</summary>
    /// <exception cref="BadInputException">It is no PEM.</exception>
    public static bool IsEncrypted(string pem, string source) => KeyPem.LabelOf(pem, source) is Encrypted;

    /// <summary>Reads an encrypted or plain private key.</summary>
    /// <param name="pem">The armoured text.</param>
    /// <param name="passphrase">Needed if it is encrypted.</param>
    /// <param name="source">Where the key came from, for messages.</param>
    /// <exception cref="BadInputException">It is no P-256 key, or the passphrase is missing or wrong.</exception>
    public static PrivateKey FromPem(string pem, string? passphrase, string source)
    {
        var label = KeyPem.LabelOf(pem, source);
        if (label is "PUBLIC KEY")
        {
            throw new BadInputException(new Problem
            {
                Code = Codes.WrongHalf,
                Message = $"{source} holds a PUBLIC KEY, and signing needs the private half.",
                Mend = "Give the private key itself, encrypted.",
            });
        }
        if (label is not Encrypted) return new(KeyPem.Import(source, key => key.ImportFromPem(pem)));
        if (string.IsNullOrEmpty(passphrase)) throw Refused(source, "is encrypted, and no passphrase was given");
        return new(KeyPem.Import(source, key =>
        {
            try
            {
                key.ImportFromEncryptedPem(pem, passphrase);
            }
            catch (CryptographicException error)
            {
                throw Refused(source, "does not open with the passphrase that was given", error);
            }
        }));
    }

    /// <summary>PKCS#8 without encryption, for the development key alone.</summary>
    public string ExportPem() => _key.ExportPkcs8PrivateKeyPem() + "\n";

    /// <summary>PKCS#8 under PBES2, AES-256-CBC, 210,000 rounds.</summary>
    public string ExportEncryptedPem(string passphrase)
    {
        ArgumentException.ThrowIfNullOrEmpty(passphrase);
        return _key.ExportEncryptedPkcs8PrivateKeyPem(passphrase, Pbe) + "\n";
    }

    /// <inheritdoc />
    /// <remarks>Units are signed side by side, and an <see cref="ECDsa"/> is for one thread at a time.</remarks>
    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        // .NET's default is the raw pair of numbers, which every Sigstore verifier refuses.
        lock (_key) return new(_key.SignData(message.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    public void Dispose() => _key.Dispose();

    private static BadInputException Refused(string source, string why, Exception? inner = null)
    {
        var problem = new Problem { Code = Codes.Passphrase, Message = $"{source} {why}.", Mend = "Set SLIPWAY_SIGNING_KEY_PASSPHRASE." };
        return inner is null ? new(problem) : new(problem, inner);
    }
}
