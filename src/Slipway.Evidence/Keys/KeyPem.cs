using System.Security.Cryptography;
using Slipway.Model.Problems;

namespace Slipway.Evidence.Keys;

/// <summary>What reading private and public keys has in common. No message of it ever shows the key's text.</summary>
internal static class KeyPem
{
    private const string P256 = "1.2.840.10045.3.1.7";

    public static string LabelOf(string pem, string source) => PemEncoding.TryFind(pem, out var fields)
        ? pem[fields.Label]
        : throw Unreadable(source, "it is not PEM (-----BEGIN …)");

    public static ECDsa Import(string source, Action<ECDsa> import)
    {
        var key = ECDsa.Create();
        try
        {
            import(key);
            return key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value is P256
                ? key
                : throw Unreadable(source, "it is not a P-256 key");
        }
        catch (Exception error)
        {
            key.Dispose();
            // An unknown curve is "not supported by this platform", whatever the platform.
            if (error is not (ArgumentException or CryptographicException or NotSupportedException)) throw;
            throw Unreadable(source, "it is damaged, or not a key for ECDSA", error);
        }
    }

    private static BadInputException Unreadable(string source, string why, Exception? inner = null)
    {
        var problem = new Problem
        {
            Code = Codes.KeyUnreadable,
            Message = $"{source} cannot be used as a key: {why}.",
            Mend = "Slipway's keys are P-256 in PEM: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -aes-256-cbc -out KEY.",
        };
        return inner is null ? new(problem) : new(problem, inner);
    }
}
