using System.Collections.Immutable;
using System.Globalization;
using Slipway.Evidence.Keys;
using Slipway.Model;

namespace Slipway.Artifacts.Trust;

/// <summary>Whose signatures a platform believes, as its <c>trust.yaml</c> says.</summary>
public sealed record TrustFile
{
    public const string FileName = "trust.yaml";

    /// <summary>The JSON Schema that editors use.</summary>
    public static string Schema { get; } = ReadSchema();

    /// <summary>In the order of the file; each key once, at least one.</summary>
    public required ImmutableArray<TrustedKey> Keys { get; init; }

    /// <summary>Whether the development key of the machine that verifies is believed too. Default: it is not.</summary>
    public bool Development { get; init; }

    /// <summary>Over everything that it says, and not over its comments.</summary>
    public Digest Digest => Model.Digest.Of($"development {Development}\n{string.Concat(Keys.Select(key => Told(key) + "\n"))}");

    /// <summary>The keys to believe on a machine.</summary>
    /// <param name="own">The key that signs there; believed beside the others if it is a development key and these are allowed.</param>
    public ImmutableArray<TrustedKey> KeysBeside(SigningKey own) => Believes(own.Public, own.Kind) && !Has(own.Public)
        ? [.. Keys, new TrustedKey(own.Public, own.Kind, "the key that signs here")]
        : Keys;

    /// <summary>Whether it names the key, or allows it as the development key of the machine.</summary>
    public bool Believes(VerificationKey key, KeyKind kind) => Has(key) || (Development && kind is KeyKind.Development);

    /// <summary>One line with everything that is said of a key: two keys of the same line are believed alike.</summary>
    public static string Told(TrustedKey key) => string.Create(
        CultureInfo.InvariantCulture,
        $"{key.Key.Id} {key.Kind} {key.Builder} {key.NotBefore:O} {key.NotAfter:O} {key.Revoked} {string.Join(',', key.Attests.IsDefault ? ["*"] : key.Attests)}");

    private bool Has(VerificationKey key) => Keys.Any(known => known.Key.Equals(key));

    private static string ReadSchema()
    {
        using var stream = typeof(TrustFile).Assembly.GetManifestResourceStream("trust.schema.json")
            ?? throw new InvalidOperationException("The schema of trust.yaml is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
