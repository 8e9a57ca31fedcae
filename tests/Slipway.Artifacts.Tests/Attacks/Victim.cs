using System.Collections.Immutable;
using Slipway.Artifacts.Verification;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Gates;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Policies;
using Slipway.Evidence.Provenance;
using Slipway.Model;
using Slipway.Model.Stages;

namespace Slipway.Artifacts.Tests.Attacks;

/// <summary>A release that production takes: built, executed and signed by CI, with every part and every statement. Made once; each attack has a copy.</summary>
public sealed class Victim : IDisposable
{
    internal static readonly DateTimeOffset SignedAt = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Gates = ["typecheck", "lint", "boundaries", "unit", "migrations", "integration", "evaluate", "security"];
    private readonly Yard _yard = new();

    public Victim()
    {
        _yard.Put("sbom.cdx.json", """{"bomFormat":"CycloneDX","components":[],"specVersion":"1.6","version":1}""");
        _yard.Put("blob", """{"schemaVersion":2}""");
        var draft = _yard.Draft with
        {
            Origin = Yard.Origin with { Builder = "ci" },
            Parts = [.. _yard.Draft.Parts, new("sbom", _yard.At("sbom.cdx.json")), new("image", _yard.At("blob"))],
        };
        var writing = _yard.WriteAsync(draft);
        Folder = writing.GetAwaiter().GetResult().Folder;
        var signing = Signing.ReleaseSigner.SignAsync(Folder, Key, Evidence);
        signing.GetAwaiter().GetResult();
    }

    internal string Folder { get; }

    internal SigningKey Key { get; } = Yard.NewReleaseKey();

    internal static ReleaseEvidence Evidence { get; } = new()
    {
        Invocation = Yard.Origin.Invocation,
        SignedAt = SignedAt,
        Builder = "ci",
        Build = new()
        {
            Configuration = "Release",
            Internal = ImmutableSortedDictionary<string, string>.Empty.Add("sdk", "10.0.401"),
            Materials = [Material.Of("services/catalog/packages.lock.json", Digest.Of("lock"))],
            StartedOn = SignedAt.AddMinutes(-4),
            FinishedOn = SignedAt.AddMinutes(-3),
        },
        Gates = [.. Gates.Select(Gate)],
        Head = (Yard.Origin.Commit!, new string('d', 40)),
    };

    internal VerificationTerms Terms => new()
    {
        Keys = [Trusted],
        Address = new(Yard.Catalog, Yard.Version),
        Environment = EnvironmentName.Production,
        Policies = ReleasePolicies.BuiltIn,
        Time = new StillClock(SignedAt.AddHours(1)),
    };

    internal TrustedKey Trusted => new(Key.Public, KeyKind.Release, "trust.yaml") { Builder = "ci" };

    internal static GateClaim Gate(string name) => GateClaim.Of(
        new()
        {
            Unit = Yard.Catalog,
            Stage = new(name),
            Fingerprint = Digest.Of($"inputs of {name}"),
            Result = StageResult.Succeeded with
            {
                Numbers = ImmutableSortedDictionary<string, double>.Empty.Add("passed", 12).Add("score", 0.75),
                Tests = [.. Enumerable.Range(1, 12).Select(number => new TestCase { Name = $"Test_{number}", Suite = "Suite", Outcome = TestOutcome.Passed })],
            },
            ExecutedAt = SignedAt.AddHours(-1),
            Duration = TimeSpan.FromSeconds(3),
            Invocation = Yard.Origin.Invocation,
            Builder = "ci",
        },
        options: "strict", replayed: false);

    public void Dispose() => _yard.Dispose();
}
