using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Releases;

/// <summary>A unit that has to be packaged again though its version lies there already.</summary>
public sealed class PackagedAgain(ReferencePlatform platform) : IClassFixture<BuiltServices>
{
    private string Release => platform.ReleaseOf("services/catalog");

    [Theory]
    [InlineData("release.json")]
    [InlineData("app/Catalog.dll")]
    [InlineData("migrate/Catalog.Migrate")]
    public async Task A_release_that_was_altered_fails_package_and_deleting_it_mends_it(string file)
    {
        var near = $"artifacts/releases/services/catalog/{Path.GetFileName(Release)}";
        Plant.TurnBit(Path.Combine(Release, file));
        Forget("package");

        var shown = (await platform.RunAsync("--target=Verify", "--unit=catalog")).FailsAlone("services/catalog", "package");
        Directory.Delete(Release, recursive: true);
        (await platform.RunAsync("--target=Verify", "--unit=catalog")).Exits(0);

        Assert.StartsWith($"  {near}: error SLP4066: ", shown, StringComparison.Ordinal);
        Assert.Contains($"\n  {near}/", shown, StringComparison.Ordinal);
        Assert.Contains($"    mend: Delete {near} and run again", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_that_was_altered_fails_sign()
    {
        using var plant = Plant.TurnBit(Bundle);
        Forget("sign");

        var shown = (await platform.RunAsync("--target=Verify", "--unit=catalog")).FailsAlone("services/catalog", "sign");

        Assert.Contains("/attestations/provenance.sigstore.json: error SLP40", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_release_that_nothing_was_run_anew_for_stays_as_it_lies_with_its_signature()
    {
        // Whatever was run anew by another test is signed by this.
        (await platform.RunAsync("--target=Verify", "--unit=catalog")).Exits(0);
        var signature = await File.ReadAllBytesAsync(Bundle, TestContext.Current.CancellationToken);
        Forget("sign");

        (await platform.RunAsync("--target=Verify", "--unit=catalog")).Exits(0);

        Assert.Equal(signature, await File.ReadAllBytesAsync(Bundle, TestContext.Current.CancellationToken));
    }

    private string Bundle => Path.Combine(Release, "attestations", "provenance.sigstore.json");

    private void Forget(string stage) => File.AppendAllText(Path.Combine(platform.Artifacts, "records", "services", "catalog.jsonl"), $"\n{{\"stage\":\"{stage}\"}}");
}
