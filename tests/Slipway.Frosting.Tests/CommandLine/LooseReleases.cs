using System.Collections.Immutable;
using Slipway.Artifacts.Releases;
using Slipway.Artifacts.Signing;
using Slipway.Artifacts.Store;
using Slipway.Evidence.Keys;
using Slipway.Frosting.Tests.Harness;
using Slipway.Model.Units;

namespace Slipway.Frosting.Tests.CommandLine;

/// <summary><c>--target=Verify --release=PATH</c>: a release that lies anywhere, with no platform to build.</summary>
public sealed class LooseReleases
{
    private const string Looser = "environments:\n  staging: { builders: [ci], maximumAge: 1d }\n  production: { builders: [ci] }\n";

    [Fact]
    public async Task A_release_is_verified_where_it_lies_and_every_statement_is_told()
    {
        using var platform = new TestPlatform();
        var release = await ReleaseAsync(platform);

        var call = HostCall.On(platform, "", "--target=Verify", $"--release={release}", $"--key=file:{platform.Root}/key.pub", $"--vsa={platform.Root}/out/catalog.vsa.json");

        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        Assert.Contains("provenance  signed by ci", call.Output, StringComparison.Ordinal);
        Assert.Contains("1 files, 1 statement, signed by a release key", call.Output, StringComparison.Ordinal);
        Assert.Contains("; local may have it (policy: built in)", call.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(platform.Root, "out", "catalog.vsa.json")));
        Assert.False(Directory.Exists(Path.Combine(platform.Root, "artifacts")));
    }

    [Fact]
    public async Task Production_denies_it_and_says_what_is_missing()
    {
        using var platform = new TestPlatform();
        var release = await ReleaseAsync(platform);

        var call = HostCall.On(platform, "", "--target=Verify", $"--release={release}", $"--key=file:{platform.Root}/key.pub", "--environment=production");

        Assert.Equal(1, call.ExitCode);
        Assert.Contains("SLP4101: denied for production: no `evaluate` statement signed by builder `ci`.", call.Error, StringComparison.Ordinal);
        Assert.Contains("SLP4100: denied for production: no `sbom` statement signed by builder `ci`.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_not_there_fails()
    {
        var call = HostCall.Of("", "--target=Verify", "--release=/no/such/release");
        Assert.Equal(1, call.ExitCode);
        Assert.Contains("SLP4055: There is no release at /no/such/release.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_is_looser_later_is_bad_configuration()
    {
        using var platform = new TestPlatform();
        File.WriteAllText(Path.Combine(platform.Root, "policy.yaml"), Looser);

        var call = HostCall.On(platform, "", "--target=Verify", "--release=anything", $"--platform={platform.Root}");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP4068: production takes what is older than 24 hours", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--target=Sign", "--release stands with one of the targets Inspect and Verify.")]
    [InlineData("--unit=catalog", "--release names the one release, so --unit cannot stand beside it.")]
    [InlineData("--environment=prodution", "'prodution' is no environment; did you mean 'production'?\n")]
    public void What_makes_no_sense_is_bad_usage(string option, string why)
    {
        string[] target = option.StartsWith("--target", StringComparison.Ordinal) ? [] : ["--target=Verify"];
        var call = HostCall.Of("", [.. target, "--release=somewhere", option]);
        Assert.Equal(2, call.ExitCode);
        Assert.Contains($"SLP1107: {why}", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("elsewhere/services/catalog/1.4.0/v.json", "it would lie in the release")]
    [InlineData("elsewhere/services/catalog/1.4.0/release.json", "it would lie in the release")]
    [InlineData("elsewhere", "elsewhere")]
    [InlineData("key.pub/v.json", "exists")]
    public async Task A_summary_goes_where_it_harms_nothing(string place, string why)
    {
        using var platform = new TestPlatform();
        var release = await ReleaseAsync(platform);
        string[] call = ["--target=Verify", $"--release={release}", $"--key=file:{platform.Root}/key.pub"];

        var refused = HostCall.On(platform, "", [.. call, $"--vsa={platform.Root}/{place}"]);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("SLP4081: The summary cannot be written to", refused.Error, StringComparison.Ordinal);
        Assert.Contains(why, refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, HostCall.On(platform, "", call).ExitCode);
    }

    [Fact]
    public async Task What_the_platform_says_of_a_key_holds_also_where_somebody_gives_it()
    {
        using var platform = new TestPlatform();
        var release = await ReleaseAsync(platform);
        var key = VerificationKey.FromPem(await File.ReadAllTextAsync(Path.Combine(platform.Root, "key.pub"), TestContext.Current.CancellationToken), "key.pub");
        File.WriteAllText(Path.Combine(platform.Root, "trust.yaml"), $"keys:\n  - id: {key.Id}\n    revoked: true\n    key: file:key.pub\n");

        var call = HostCall.On(platform, "", "--target=Verify", $"--release={release}", $"--key=file:{platform.Root}/key.pub", $"--platform={platform.Root}");

        Assert.Equal(1, call.ExitCode);
        Assert.Contains("SLP4027", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trust.yml", "SLP4082")]
    [InlineData("Trust.YAML", "SLP4082")]
    [InlineData("POLICY.YML", "SLP4069")]
    [InlineData("policies.yaml", "SLP4069")]
    public void A_trust_or_policy_file_by_another_name_is_said(string name, string code)
    {
        using var platform = new TestPlatform();
        File.WriteAllText(Path.Combine(platform.Root, name), "keys: []\n");
        var call = HostCall.On(platform, "", "--target=Verify", "--release=anything", $"--platform={platform.Root}");
        Assert.Equal(2, call.ExitCode);
        Assert.Contains($"{code}: '{name}' is not the name of a file that is read", call.Error, StringComparison.Ordinal);
    }

    internal static async Task<string> ReleaseAsync(TestPlatform platform)
    {
        var source = Path.Combine(platform.Root, "Catalog.dll");
        await File.WriteAllTextAsync(source, "code");
        var written = await new ReleaseWriter(new ReleaseStore(Path.Combine(platform.Root, "elsewhere"))).WriteAsync(new()
        {
            Unit = new(UnitKind.Service, UnitName.Parse("catalog")),
            Origin = new() { Version = "1.4.0", Invocation = Guid.NewGuid(), Builder = "ci" },
            Parts = ImmutableArray.Create(new ReleasePart("app", source)),
        });
        using var key = PrivateKey.Generate();
        await ReleaseSigner.SignAsync(written.Folder, new(key.Public, KeyKind.Release, key), new() { Invocation = Guid.NewGuid(), SignedAt = DateTimeOffset.UtcNow, Builder = "ci" });
        await File.WriteAllTextAsync(Path.Combine(platform.Root, "key.pub"), key.Public.Pem);
        return written.Folder;
    }
}
