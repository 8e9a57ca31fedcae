using System.Security.Cryptography;
using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Releases;

public sealed class TamperedReleases(ReferencePlatform platform) : IClassFixture<BuiltServices>
{
    [Theory]
    [InlineData("release.json")]
    [InlineData("app/Catalog.dll")]
    [InlineData("migrate/Catalog.Migrate")]
    [InlineData("attestations/provenance.sigstore.json")]
    [InlineData("sbom.cdx.json")]
    [InlineData("oci/index.json")]
    public async Task A_bit_that_turned_in_any_file_fails_verify_and_names_the_file(string file)
    {
        using var plant = Plant.TurnBit(Path.Combine(platform.ReleaseOf("services/catalog"), file));

        var shown = (await platform.RunAsync("--target=Verify", "--unit=catalog")).FailsAlone("services/catalog", "verify");

        var release = $"artifacts/releases/services/catalog/{Version("services/catalog")}";
        Assert.StartsWith($"  {release}/{file}: error SLP40", shown, StringComparison.Ordinal);
        Assert.Contains($"    mend: Delete {release} and run again", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_and_a_link_to_the_very_same_bytes_fail_verify_and_are_named()
    {
        var release = platform.ReleaseOf("services/catalog");
        var (file, aside, folder) = (Path.Combine(release, "app/Catalog.dll"), platform["artifacts/Catalog.dll"], Path.Combine(release, "app/plugins"));
        File.Move(file, aside);
        File.CreateSymbolicLink(file, aside);
        Directory.CreateDirectory(folder);
        var run = await platform.RunAsync("--target=Verify", "--unit=catalog");
        Directory.Delete(folder);
        File.Move(aside, file, overwrite: true);

        var shown = run.FailsAlone("services/catalog", "verify");
        Assert.Contains("/app/Catalog.dll: error SLP4053: ", shown, StringComparison.Ordinal);
        Assert.Contains("/app/plugins: error SLP4059: ", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migration_bundles_of_two_services_that_were_swapped_fail_verify_in_both()
    {
        string[] services = ["services/catalog", "services/ordering"];
        Swap("migrate");
        var run = await platform.RunAsync("--target=Verify", "--unit=catalog,ordering");
        Swap("migrate");

        run.Exits(1);
        foreach (var service in services)
        {
            Assert.Contains($"FAILED {service} verify: ", run.Failures, StringComparison.Ordinal);
            Assert.Contains($"  artifacts/releases/{service}/{Version(service)}/migrate/", run.Failures, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Signatures_of_two_services_that_were_swapped_fail_verify_in_both()
    {
        const string Bundle = "attestations/provenance.sigstore.json";
        Swap(Bundle);
        var run = await platform.RunAsync("--target=Verify", "--unit=catalog,ordering");
        Swap(Bundle);

        run.Exits(1);
        Assert.Contains($"  artifacts/releases/services/catalog/{Version("services/catalog")}/{Bundle}: error SLP40", run.Failures, StringComparison.Ordinal);
        Assert.Contains($"  artifacts/releases/services/ordering/{Version("services/ordering")}/{Bundle}: error SLP40", run.Failures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_key_does_not_verify()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = platform.Write("artifacts/other.pem", other.ExportSubjectPublicKeyInfoPem());

        var shown = (await platform.RunAsync("--target=Verify", "--unit=catalog", $"--key=file:{platform["artifacts/other.pem"]}"))
            .FailsAlone("services/catalog", "verify");

        Assert.Contains($"/{Version("services/catalog")}/attestations/provenance.sigstore.json: error SLP4013: ", shown, StringComparison.Ordinal);
    }

    private string Version(string unit) => Path.GetFileName(platform.ReleaseOf(unit));

    private void Swap(string part)
    {
        var one = Path.Combine(platform.ReleaseOf("services/catalog"), part);
        var other = Path.Combine(platform.ReleaseOf("services/ordering"), part);
        Directory.Move(one, $"{one}.aside");
        Directory.Move(other, one);
        Directory.Move($"{one}.aside", other);
    }
}
