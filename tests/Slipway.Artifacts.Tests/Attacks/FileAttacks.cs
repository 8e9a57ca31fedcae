using System.Collections.Immutable;

namespace Slipway.Artifacts.Tests.Attacks;

/// <summary>Files and statements dropped, added, exchanged, replayed and smuggled.</summary>
internal static class FileAttacks
{
    private const string Path = "\"path\": \"app/Catalog.dll\"";

    public static ImmutableArray<Attack> All { get; } =
    [
        Attack.Of("a file dropped", "SLP4051", raid => File.Delete(raid.At("app/Catalog.dll"))),
        Attack.Of("a file added", "SLP4052", raid => File.WriteAllText(raid.At("app/evil.dll"), "evil")),
        Attack.Of("two files exchanged", "SLP4050", raid => Swap(raid.At("app/Catalog.dll"), raid.At("migrate/efbundle"))),
        Attack.Of("an empty folder added", "SLP4059", raid => Directory.CreateDirectory(raid.At("app/plugins"))),
        Attack.Of("a file replaced by a link to its very bytes", "SLP4053", raid => Link(raid.At("app/Catalog.dll"), raid.Aside("moved"))),
        Attack.Of("a statement replaced by a link to its very bytes", "SLP4053", raid => Link(raid.Of(Raid.Unit), raid.Aside("moved"))),
        Attack.Of("the statements' folder replaced by a link to itself", "SLP4053", raid => LinkFolder(raid.At("attestations"), raid.Aside("moved"))),
        Attack.Of("release.json replaced by a link to its very bytes", "SLP4053", raid => Link(raid.At("release.json"), raid.Aside("moved"))),
        Attack.Of("release.json dropped", "SLP4055", raid => File.Delete(raid.At("release.json"))),
        Attack.Of("a file of no statement's name put beside the statements", "SLP4052", raid => File.WriteAllText(raid.At("attestations/readme.txt"), "hi")),
        Attack.Of("a statement copied under a name in capitals", "SLP4052", raid => File.Copy(raid.Of(Raid.Unit), raid.Of("Gate-Unit"))),
        Attack.Of("a statement hidden in a folder below the statements", "SLP4052", raid => Move(raid.Of(Raid.Unit), raid.At("attestations/more/gate-unit.sigstore.json"))),

        Attack.Of("the provenance dropped", "SLP4056", raid => File.Delete(raid.Of(Raid.Provenance))),
        Attack.Of("a gate's statement dropped", "SLP4101", raid => File.Delete(raid.Of(Raid.Unit))),
        Attack.Of("the SBOM's statement dropped", "SLP4100", raid => File.Delete(raid.Of(Raid.Sbom))),
        Attack.Of("every statement dropped", "SLP4056", raid => Directory.Delete(raid.At("attestations"), recursive: true)),
        Attack.Of("the statements of two gates exchanged", "SLP4019", raid => Swap(raid.Of(Raid.Unit), raid.Of(Raid.Lint))),
        Attack.Of("a gate's statement put in the place of another's that failed", "SLP4019", raid => File.Copy(raid.Of(Raid.Lint), raid.Of(Raid.Unit), overwrite: true)),
        Attack.Of("the provenance put in the place of a gate's statement", "SLP4019", raid => File.Copy(raid.Of(Raid.Provenance), raid.Of(Raid.Unit), overwrite: true)),
        Attack.Of("a gate's statement put in the place of the provenance", "SLP4019", raid => File.Copy(raid.Of(Raid.Unit), raid.Of(Raid.Provenance), overwrite: true)),
        Attack.Of("a gate's statement taken for that of a gate which never ran", "SLP4019", raid => File.Copy(raid.Of(Raid.Unit), raid.Of("gate-load"))),

        new("a statement of another unit mixed in", "SLP4018", async raid => raid.TakeFrom(await raid.OtherAsync(manifest => manifest with { Content = manifest.Content with { Unit = Yard.Ordering } }), Raid.Unit)),
        new("a statement of another commit mixed in", "SLP4018", async raid => raid.TakeFrom(await raid.OtherAsync(manifest => manifest with { Origin = manifest.Origin with { Commit = new('f', 40) } }), Raid.Unit)),
        new("the provenance of another commit mixed in", "SLP4020", async raid => raid.TakeFrom(await raid.OtherAsync(manifest => manifest with { Origin = manifest.Origin with { Commit = new('f', 40) } }), Raid.Provenance)),
        new("the provenance of another version mixed in", "SLP4020", async raid => raid.TakeFrom(await raid.OtherAsync(manifest => manifest with { Origin = manifest.Origin with { Version = "9.9.9" } }), Raid.Provenance)),
        new("a statement of an earlier signing replayed", "SLP4023", async raid => raid.TakeFrom(await raid.OtherAsync(same => same, evidence => evidence with { SignedAt = evidence.SignedAt.AddDays(-1), Gates = [.. evidence.Gates.Select(Earlier)], Build = evidence.Build with { StartedOn = null, FinishedOn = null } }), Raid.Unit)),
        new("a statement of another run mixed in", "SLP4023", async raid => raid.TakeFrom(await raid.OtherAsync(same => same, evidence => evidence with { Invocation = Guid.NewGuid() }), Raid.Unit)),
        new("all statements taken from another release", "SLP4018", async raid => Replace(raid.At("attestations"), System.IO.Path.Combine(await raid.OtherAsync(manifest => manifest with { Content = manifest.Content with { Unit = Yard.Ordering } }), "attestations"))),
        new("a whole other release in its place", "SLP4054", async raid => Replace(raid.Folder, await raid.OtherAsync(manifest => manifest with { Content = manifest.Content with { Unit = Yard.Ordering } }))),

        Attack.Of("a path in the manifest leaves the release", "SLP4004", raid => raid.Replace("release.json", Path, "\"path\": \"../Catalog.dll\"")),
        Attack.Of("a path in the manifest is absolute", "SLP4004", raid => raid.Replace("release.json", Path, "\"path\": \"/etc/passwd\"")),
        Attack.Of("a path in the manifest is one of Windows", "SLP4004", raid => raid.Replace("release.json", Path, "\"path\": \"app\\\\Catalog.dll\"")),
        Attack.Of("two paths in the manifest are one file", "SLP4005", raid => raid.Replace("release.json", Path, "\"path\": \"APP/empty.txt\"")),
        Attack.Of("a statement in the manifest claims to be content", "SLP4004", raid => raid.Replace("release.json", Path, "\"path\": \"attestations/gate-unit.sigstore.json\"")),
        Attack.Of("a doubled key in the manifest", "SLP4001", raid => raid.Replace("release.json", "\"dirty\": false", "\"dirty\": false, \"dirty\": true")),
    ];

    private static Evidence.Gates.GateClaim Earlier(Evidence.Gates.GateClaim gate) => gate with { ExecutedAt = gate.ExecutedAt!.Value.AddDays(-1) };

    private static void Swap(string left, string right)
    {
        var mine = File.ReadAllBytes(left);
        File.Copy(right, left, overwrite: true);
        File.WriteAllBytes(right, mine);
    }

    private static void Move(string from, string to)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
        File.Move(from, to);
    }

    private static void Link(string file, string aside)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows grants symbolic links to few.");
        File.Move(file, aside);
        File.CreateSymbolicLink(file, aside);
    }

    private static void LinkFolder(string folder, string aside)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows grants symbolic links to few.");
        Directory.Move(folder, aside);
        Directory.CreateSymbolicLink(folder, aside);
    }

    private static void Replace(string folder, string by)
    {
        Directory.Delete(folder, recursive: true);
        Directory.Move(by, folder);
    }
}
