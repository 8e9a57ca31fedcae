using System.Collections.Concurrent;
using System.Security.Cryptography;
using Slipway.Model.Problems;

namespace Slipway.Evidence.Keys;

/// <summary>The public half of a P-256 key.</summary>
public sealed class VerificationKey : IEquatable<VerificationKey>
{
    private readonly byte[] _spki;

    // An ECDsa is for one thread at a time.
    private readonly ConcurrentBag<ECDsa> _idle = [];

    private VerificationKey(ECDsa key)
    {
        _spki = key.ExportSubjectPublicKeyInfo();
        Id = SshFingerprint.Of(key.ExportParameters(includePrivateParameters: false).Q);
        CosignHint = Convert.ToBase64String(SHA256.HashData(_spki));
        Pem = key.ExportSubjectPublicKeyInfoPem() + "\n";
    }

    /// <summary>The OpenSSH fingerprint, <c>SHA256:</c> and base64. It may hold slashes: never a file name.</summary>
    public string Id { get; }

    /// <summary>The other name under which tools look for a key: base64 of the SHA-256 of its SubjectPublicKeyInfo.</summary>
    public string CosignHint { get; }

    /// <summary>SubjectPublicKeyInfo, armoured.</summary>
    public string Pem { get; }

    /// <summary>Reads a <c>PUBLIC KEY</c> block.</summary>
    /// <param name="pem">The armoured text.</param>
    /// <param name="source">Where it came from, for messages.</param>
    /// <exception cref="BadInputException">It is no public key, or not of P-256.</exception>
    public static VerificationKey FromPem(string pem, string source)
    {
        var label = KeyPem.LabelOf(pem, source);
        if (label is not "PUBLIC KEY")
        {
            throw new BadInputException(new Problem
            {
                Code = label.Contains("PRIVATE", StringComparison.Ordinal) ? Codes.WrongHalf : Codes.KeyUnreadable,
                Message = $"{source} holds a {label}, and a PUBLIC KEY is needed to verify.",
                Mend = "Take the public half: openssl pkey -in KEY -pubout.",
            });
        }
        using var key = KeyPem.Import(source, key => key.ImportFromPem(pem));
        return Of(key);
    }

    /// <summary>Whether this key made the signature over exactly this message.</summary>
    /// <param name="message">The whole message.</param>
    /// <param name="signature">In ASN.1 DER.</param>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        // Importing a key takes longer than checking a signature with it.
        if (!_idle.TryTake(out var key)) (key = ECDsa.Create()).ImportSubjectPublicKeyInfo(_spki, out _);
        var valid = key.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        _idle.Add(key);
        return valid;
    }

    /// <summary>Whether a bundle's hint means this key.</summary>
    public bool IsNamed(string hint) => hint == Id || hint == CosignHint;

    public bool Equals(VerificationKey? other) => other is not null && other.Id == Id;

    public override bool Equals(object? obj) => Equals(obj as VerificationKey);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Id;

    internal static VerificationKey Of(ECDsa key) => new(key);
}
