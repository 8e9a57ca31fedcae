using System.Collections.Immutable;
using Slipway.Evidence.Keys;
using Slipway.Model;

namespace Slipway.Artifacts.Tests.Attacks;

/// <summary>Keys that are strange, borrowed, expired, revoked, or used for what they are not for.</summary>
internal static class KeyAttacks
{
    public static ImmutableArray<Attack> All { get; } =
    [
        new("everything signed again by a key that nobody trusts", "SLP4013", raid => raid.SignAsync(same => same, Yard.NewReleaseKey())),
        new("one statement signed again by a key that nobody trusts", "SLP4013", raid => raid.ForgeAsync(Raid.Unit, _ => { }, Yard.NewReleaseKey())),
        new("a stranger's signature under the name of a trusted key", "SLP4015", async raid =>
        {
            await raid.ForgeAsync(Raid.Unit, _ => { }, Yard.NewReleaseKey());
            raid.Bundle(Raid.Unit, bundle => bundle["verificationMaterial"]!["publicKey"]!["hint"] = raid.Victim.Key.Public.Id);
            raid.Signature(Raid.Unit, signature => signature["keyid"] = raid.Victim.Key.Public.Id);
        }),
        Attack.Of("no key is trusted", "SLP4013", raid => raid.Terms = raid.Terms with { Keys = [] }),
        Attack.Of("the key was revoked", "SLP4027", raid => raid.Trusted = raid.Victim.Trusted with { Revoked = true }),
        Attack.Of("the key had expired before it signed", "SLP4026", raid => raid.Trusted = raid.Victim.Trusted with { NotAfter = Victim.SignedAt }),
        Attack.Of("the key had expired, and the clock was set back", "SLP4026", raid =>
        {
            raid.Trusted = raid.Victim.Trusted with { NotAfter = Victim.SignedAt };
            raid.Now = Victim.SignedAt.AddMinutes(-1);
        }),
        Attack.Of("the key counted only after it had signed", "SLP4026", raid => raid.Trusted = raid.Victim.Trusted with { NotBefore = Victim.SignedAt.AddMinutes(1) }),
        Attack.Of("the key does not count yet", "SLP4026", raid => raid.Trusted = raid.Victim.Trusted with { NotBefore = Victim.SignedAt.AddDays(1) }),
        Attack.Of("the key may attest provenance alone", "SLP4025", raid => raid.Trusted = raid.Victim.Trusted with { Attests = ["provenance"] }),
        Attack.Of("the key may attest every gate and no provenance", "SLP4025", raid => raid.Trusted = raid.Victim.Trusted with { Attests = ["typecheck", "lint", "boundaries", "unit", "migrations", "integration", "evaluate", "security", "sbom"] }),
        Attack.Of("the key is that of local, and the statements say ci", "SLP4025", raid => raid.Trusted = raid.Victim.Trusted with { Builder = "local" }),
        Attack.Of("a development key calls itself a release key", "SLP4033", raid => raid.Trusted = raid.Victim.Trusted with { Kind = KeyKind.Development }),
        new("a development key signs for production", "SLP4107", raid =>
        {
            raid.Trusted = raid.Victim.Trusted with { Kind = KeyKind.Development };
            return raid.SignAsync(same => same, raid.Victim.Key with { Kind = KeyKind.Development });
        }),
        new("a development key signs for staging", "SLP4107", raid =>
        {
            raid.Terms = raid.Terms with { Environment = EnvironmentName.Staging };
            raid.Trusted = raid.Victim.Trusted with { Kind = KeyKind.Development };
            return raid.SignAsync(same => same, raid.Victim.Key with { Kind = KeyKind.Development });
        }),
        Attack.Of("the statements were signed tomorrow", "SLP4028", raid => raid.Now = Victim.SignedAt.AddDays(-1)),
    ];
}
