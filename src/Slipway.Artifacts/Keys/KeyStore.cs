using System.Collections.Immutable;
using Slipway.Artifacts.Trust;
using Slipway.Evidence.Keys;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Keys;

/// <summary>Finds the key to sign with and the keys to verify with.</summary>
public sealed class KeyStore(KeyPlaces places)
{
    private const string Variable = "SLIPWAY_SIGNING_KEY";
    private const string PublicVariable = "SLIPWAY_SIGNING_KEY_PUBLIC";
    private const string Option = "--key";
    private readonly DevelopmentKey _development = new(places);

    /// <summary>The release key that the environment names, else the development key, which is made on first use.</summary>
    /// <exception cref="BadInputException">The key cannot be found, read or opened, is in the clear, or lies in the repository.</exception>
    public SigningKey FindSigningKey()
    {
        if (string.IsNullOrWhiteSpace(places.SigningKey)) return Signing(_development.LoadOrCreate(), KeyKind.Development);
        if (SignerCommand.In(places.SigningKey) is { } command) return CommandKey(command);
        var pem = KeyText.ReadPrivate(places.SigningKey, Variable, places.Repositories);
        if (!PrivateKey.IsEncrypted(pem, Variable) && pem.Contains("PRIVATE", StringComparison.Ordinal))
        {
            throw new BadInputException(new Problem
            {
                Code = Codes.KeyNotEncrypted,
                Message = $"{Variable} holds a private key that is not encrypted, and a release key never lies about in the clear.",
                Mend = "Encrypt it: openssl pkcs8 -topk8 -v2 aes-256-cbc -in KEY -out KEY.enc, and set SLIPWAY_SIGNING_KEY_PASSPHRASE.",
            });
        }
        return Signing(PrivateKey.FromPem(pem, places.Passphrase, Variable), KeyKind.Release);
    }

    /// <summary>The key of this person on this machine, if one was ever made; none is made by asking.</summary>
    public VerificationKey? DevelopmentKey
    {
        get
        {
            using var key = _development.Load();
            return key?.Public;
        }
    }

    /// <summary>The keys to believe where this key store's key signs too: the one given, else those of the platform's trust file, else that key.</summary>
    /// <param name="given">The value of <c>--key</c>: a PEM or <c>file:PATH</c>, or null.</param>
    /// <exception cref="BadInputException">A key cannot be found or read, or the trust file is wrong.</exception>
    public ImmutableArray<TrustedKey> FindVerificationKeysHere(string? given)
    {
        // What the platform says of a key that somebody gives holds all the same: a revoked one stays revoked.
        if (!string.IsNullOrWhiteSpace(given))
            return [.. FindVerificationKeys(given).Select(key => Trust()?.Keys.FirstOrDefault(known => known.Key.Equals(key.Key)) ?? key)];
        var signing = FindSigningKey();
        return Trust()?.KeysBeside(signing) ?? [new(signing.Public, signing.Kind, "the key that signs here")];
    }

    /// <summary>What the platform's trust file says; null where it has none.</summary>
    /// <exception cref="BadInputException">Everything that is wrong with it.</exception>
    public TrustFile? Trust() => places.TrustFile is { } path ? TrustFileReader.Find(Path.GetDirectoryName(path)!) : null;

    /// <summary>The keys to believe: the one given, else those that the platform trusts, else the development key.</summary>
    /// <param name="given">The value of <c>--key</c>: a PEM or <c>file:PATH</c>, or null.</param>
    /// <param name="trusted">What the platform's trust file names, if it has one.</param>
    /// <exception cref="BadInputException">The key cannot be found or read, or there is none.</exception>
    public ImmutableArray<TrustedKey> FindVerificationKeys(string? given, ImmutableArray<TrustedKey> trusted = default)
    {
        if (!string.IsNullOrWhiteSpace(given))
            return [new(ReadPublicKey(given, Option), Kind: null, Option)];
        if (!trusted.IsDefaultOrEmpty) return trusted;
        using var development = _development.Load() ?? throw new BadInputException(new Problem
        {
            Code = Codes.KeyMissing,
            Message = "There is no key to verify with: none was given, and this machine has no development key.",
            Mend = "Give the public key of whoever signed: --key file:PATH.",
        });
        return [new(development.Public, KeyKind.Development, "the development key")];
    }

    /// <summary>The public key that a setting names.</summary>
    /// <param name="given">A PEM, or <c>file:PATH</c>.</param>
    /// <param name="setting">Its name, for messages.</param>
    /// <exception cref="BadInputException">It cannot be found or read.</exception>
    public static VerificationKey ReadPublicKey(string given, string setting) => VerificationKey.FromPem(KeyText.ReadPublic(given, setting), setting);

    /// <summary>Public keys that a setting names, to be believed beside one's own; none where it is not set.</summary>
    /// <param name="given">One PEM after another, or <c>file:PATH</c> of such a text; null or blank for none.</param>
    /// <param name="setting">Its name, for messages.</param>
    /// <exception cref="BadInputException">A key cannot be found or read.</exception>
    public static ImmutableArray<TrustedKey> ReadTrustedKeys(string? given, string setting) => string.IsNullOrWhiteSpace(given)
        ? []
        : [.. KeyText.Blocks(KeyText.ReadPublic(given.Trim(), setting)).Select(pem => new TrustedKey(VerificationKey.FromPem(pem, setting), Kind: null, setting))];

    private SigningKey CommandKey(SignerCommand command)
    {
        if (string.IsNullOrWhiteSpace(places.PublicKey))
        {
            throw new BadInputException(new Problem
            {
                Code = Codes.KeyMissing,
                Message = $"{Variable} names a command, and which key that signs with is not said.",
                Mend = $"Set {PublicVariable} to the public key in PEM, or to file:PATH of it.",
            });
        }
        var key = ReadPublicKey(places.PublicKey, PublicVariable);
        return new(key, KeyKind.Release, new CommandSigner(command, key, new ProcessRunner()));
    }

    private static SigningKey Signing(PrivateKey key, KeyKind kind) => new(key.Public, kind, key);
}
