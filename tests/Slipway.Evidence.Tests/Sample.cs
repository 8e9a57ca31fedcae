using System.Collections.Immutable;
using CsCheck;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Gates;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Provenance;
using Slipway.Evidence.Statements;
using Slipway.Model;
using Slipway.Model.Releases;
using Slipway.Model.Stages;
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

    public static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    public static readonly ReleaseEvidence Evidence = new()
    {
        Invocation = Guid.Parse("6f2c1a52-7a50-4d43-9c39-6dd2f0f1a002"),
        SignedAt = Noon,
        Builder = "local",
        Build = new()
        {
            Configuration = "Release",
            Internal = ImmutableSortedDictionary<string, string>.Empty.Add("sdk", "10.0.401").Add("rid", "linux-x64"),
            Materials = [Material.Of("services/catalog/src/Catalog/packages.lock.json", Digest.Of("lock"))],
            Slipway = "0.1.0",
            StartedOn = Noon.AddMinutes(-2),
            FinishedOn = Noon.AddMinutes(-1),
        },
        Gates = [Gate("unit"), Gate("lint")],
        Head = (Manifest.Origin.Commit!, new string('d', 40)),
    };

    public static Statement Provenance => ReleaseStatements.Of(Manifest, Evidence, KeyKind.Release, null)[0].Statement;

    public static GateClaim Gate(string name) => GateClaim.Of(
        new()
        {
            Unit = Manifest.Content.Unit,
            Stage = new(name),
            Fingerprint = Digest.Of($"inputs of {name}"),
            Result = StageResult.Succeeded with
            {
                Numbers = ImmutableSortedDictionary<string, double>.Empty.Add("passed", 12).Add("score", 0.75),
                Tests = [.. Enumerable.Range(1, 12).Select(number => new TestCase { Name = $"Test_{number}", Suite = "Suite", Outcome = TestOutcome.Passed })],
            },
            ExecutedAt = Noon.AddHours(-1),
            Duration = TimeSpan.FromSeconds(3),
            Invocation = Guid.Parse("6f2c1a52-7a50-4d43-9c39-6dd2f0f1a003"),
            Builder = "local",
        },
        options: "strict", replayed: false);

    public static SigningKey NewKey()
    {
        var key = PrivateKey.Generate();
        return new(key.Public, KeyKind.Release, key);
    }

    public static TrustedKey Trusted(SigningKey key) => new(key.Public, key.Kind, "--key");

    /// <summary>Any of these values.</summary>
    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
