using System.Collections.Immutable;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Provenance;
using Slipway.Evidence.Statements;
using Slipway.Model;
using Slipway.Model.Releases;
using Slipway.Model.Units;

namespace Slipway.Evidence.Tests;

/// <summary>One small release, and keys.</summary>
internal static class Sample
{
    public static readonly ReleaseManifest Manifest = new()
    {
        Content = new()
        {
            Unit = new(UnitKind.Service, UnitName.Parse("catalog")),
            Parts = ImmutableSortedDictionary<string, string>.Empty.Add("app", "app").Add("migrate", "migrate/efbundle"),
            Files =
            [
                new("app/Catalog.dll", Digest.Of("code"), 4),
                new("app/wwwroot/ä \"quoted\" 🚢.txt", Digest.Of("words"), 5),
                new("migrate/efbundle", Digest.Of("bundle"), 6),
            ],
        },
        Origin = new()
        {
            Commit = "0123456789abcdef0123456789abcdef01234567",
            Version = "1.4.1-dev.g0123456789ab",
            Invocation = Guid.Parse("6f2c1a52-7a50-4d43-9c39-6dd2f0f1a001"),
            Builder = "local",
        },
    };

    public static Statement Provenance => ReleaseProvenance.StatementOf(Manifest, KeyKind.Release);

    public static SigningKey NewKey()
    {
        var key = PrivateKey.Generate();
        return new(key.Public, KeyKind.Release, key);
    }

    public static TrustedKey Trusted(SigningKey key) => new(key.Public, key.Kind, "--key");
}
