using System.Text;
using System.Text.Json.Nodes;
using Slipway.Artifacts.Signing;
using Slipway.Artifacts.Verification;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Dsse;
using Slipway.Evidence.Json;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Policies;
using Slipway.Model.Stages;

namespace Slipway.Artifacts.Tests.Attacks;

/// <summary>A copy of the victim, and what an attacker can do to it: to bytes, to bundles, and, with the right key in hand, to statements.</summary>
internal sealed class Raid : IDisposable
{
    public const string Provenance = "provenance";
    public const string Unit = "gate-unit";
    public const string Lint = "gate-lint";
    public const string Sbom = "sbom";
    private readonly string _root = Directory.CreateTempSubdirectory("slipway-attack-").FullName;

    public Raid(Victim victim)
    {
        Victim = victim;
        Terms = victim.Terms;
        Folder = Copy(victim.Folder, "release");
    }

    public Victim Victim { get; }

    public string Folder { get; }

    /// <summary>What the copy will be held against.</summary>
    public VerificationTerms Terms { get; set; }

    public TrustedKey Trusted
    {
        set => Terms = Terms with { Keys = [value] };
    }

    public EnvironmentPolicy Policy
    {
        get => Terms.Policies.Of(Terms.Environment);
        set => Terms = Terms with { Policies = Terms.Policies with { Ordered = Terms.Policies.Ordered.SetItem((int)Terms.Environment, value) } };
    }

    public DateTimeOffset Now
    {
        set => Terms = Terms with { Time = new StillClock(value) };
    }

    public string At(string path) => Path.Combine(Folder, path);

    public string Of(string statement) => At($"attestations/{statement}.sigstore.json");

    public string Aside(string name) => Path.Combine(_root, name);

    /// <summary>Turns one bit of a file.</summary>
    public void Turn(string path, string near = "")
    {
        var bytes = File.ReadAllBytes(At(path));
        var index = near.Length == 0 ? bytes.Length / 2 : Encoding.Latin1.GetString(bytes).IndexOf(near, StringComparison.Ordinal);
        Assert.True(index >= 0, near);
        bytes[index] ^= 1;
        File.WriteAllBytes(At(path), bytes);
    }

    /// <summary>Replaces text in a file; it must be there.</summary>
    public void Replace(string path, string right, string wrong)
    {
        var text = File.ReadAllText(At(path));
        Assert.Contains(right, text, StringComparison.Ordinal);
        File.WriteAllText(At(path), text.Replace(right, wrong, StringComparison.Ordinal));
    }

    /// <summary>Edits a bundle and writes it in Slipway's own form: only what it says can give it away.</summary>
    public void Bundle(string statement, Action<JsonObject> edit)
    {
        var bundle = JsonNode.Parse(File.ReadAllText(Of(statement)))!.AsObject();
        edit(bundle);
        File.WriteAllBytes(Of(statement), CanonicalJson.Write(bundle));
    }

    public void Envelope(string statement, Action<JsonObject> edit) => Bundle(statement, bundle => edit(bundle["dsseEnvelope"]!.AsObject()));

    public void Signature(string statement, Action<JsonObject> edit) => Envelope(statement, envelope => edit(envelope["signatures"]![0]!.AsObject()));

    /// <summary>Edits a statement and signs it again, by default with the very key that is trusted.</summary>
    public Task ForgeAsync(string statement, Action<JsonObject> edit, SigningKey? key = null) => ForgeTextAsync(statement, text =>
    {
        var json = JsonNode.Parse(text)!.AsObject();
        edit(json);
        return Encoding.UTF8.GetString(CanonicalJson.Write(json));
    }, key);

    public async Task ForgeTextAsync(string statement, Func<string, string> edit, SigningKey? key = null)
    {
        key ??= Victim.Key;
        var bundle = JsonNode.Parse(await File.ReadAllTextAsync(Of(statement)))!;
        var envelope = bundle["dsseEnvelope"]!;
        var before = Encoding.UTF8.GetString(Convert.FromBase64String((string)envelope["payload"]!));
        var payload = Encoding.UTF8.GetBytes(edit(before));
        var signature = await key.Signer.SignAsync(PreAuthentication.Encode("application/vnd.in-toto+json", payload), CancellationToken.None);
        envelope["payload"] = Convert.ToBase64String(payload);
        envelope["signatures"]![0]!["sig"] = Convert.ToBase64String(signature);
        envelope["signatures"]![0]!["keyid"] = key.Public.Id;
        bundle["verificationMaterial"]!["publicKey"]!["hint"] = key.Public.Id;
        await File.WriteAllBytesAsync(Of(statement), CanonicalJson.Write(bundle));
    }

    public async Task ForgeAllAsync(Action<JsonObject> edit, SigningKey? key = null)
    {
        foreach (var file in Directory.GetFiles(At("attestations")))
            await ForgeAsync(Path.GetFileName(file).Replace(".sigstore.json", "", StringComparison.Ordinal), edit, key);
    }

    /// <summary>Signs a whole new set, as an honest run would that knows something else.</summary>
    public async Task SignAsync(Func<ReleaseEvidence, ReleaseEvidence> change, SigningKey? key = null)
    {
        Directory.Delete(At("attestations"), recursive: true);
        await ReleaseSigner.SignAsync(Folder, key ?? Victim.Key, change(Victim.Evidence));
    }

    public Task SignGateAsync(string gate, Func<Evidence.Gates.GateClaim, Evidence.Gates.GateClaim> change) => SignAsync(evidence => evidence with
    {
        Gates = [.. evidence.Gates.Select(claim => claim.Gate == new StageName(gate) ? change(claim) : claim)],
    });

    /// <summary>Another release with statements of its own by the same key.</summary>
    public async Task<string> OtherAsync(Func<Model.Releases.ReleaseManifest, Model.Releases.ReleaseManifest> change, Func<ReleaseEvidence, ReleaseEvidence>? evidence = null)
    {
        var other = Copy(Folder, "other");
        Directory.Delete(Path.Combine(other, "attestations"), recursive: true);
        var manifest = Evidence.Releases.ReleaseManifestReader.Read(await File.ReadAllBytesAsync(Path.Combine(other, "release.json")))
            .Match(read => read, problems => throw new FormatException(string.Join('\n', problems)));
        await File.WriteAllBytesAsync(Path.Combine(other, "release.json"), Evidence.Releases.ReleaseManifestWriter.Write(change(manifest)));
        await ReleaseSigner.SignAsync(other, Victim.Key, (evidence ?? (same => same))(Victim.Evidence));
        return other;
    }

    public void TakeFrom(string other, string statement) => File.Copy(Path.Combine(other, $"attestations/{statement}.sigstore.json"), Of(statement), overwrite: true);

    public Task<ReleaseVerdict> VerifyAsync() => ReleaseVerifier.VerifyAsync(Folder, Terms);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Copy(string from, string name)
    {
        var target = Path.Combine(_root, name);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return target;
    }
}
