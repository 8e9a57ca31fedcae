using Slipway.Artifacts.Inspection;
using Slipway.Artifacts.Tests.Oci;
using Slipway.Evidence.Sboms;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests.Inspection;

public sealed class InspectionTests : IDisposable
{
    private readonly Yard _yard = new();

    [Fact]
    public async Task A_release_is_shown_with_who_signed_what()
    {
        var release = await InspectAsync(await _yard.SignedAsync());
        Assert.True(release.Verdict.Passed);
        Assert.NotEmpty(release.Statements);
        Assert.All(release.Statements, statement => Assert.Equal((_yard.Keys.DevelopmentKey!.Id, null), (statement.KeyId, statement.Doubt)));
        Assert.Contains(release.Statements, statement => statement.PredicateType == "https://slsa.dev/provenance/v1");
    }

    [Fact]
    public async Task A_release_that_does_not_verify_is_shown_with_what_is_wrong()
    {
        var folder = await _yard.SignedAsync(key: Yard.NewReleaseKey());
        _yard.Keys.FindSigningKey();
        File.WriteAllText(Path.Combine(folder, "app", "Catalog.dll"), "evil");
        var release = await InspectAsync(folder);
        Assert.False(release.Verdict.Passed);
        Assert.All(release.Statements, statement => Assert.Contains("is not a key that you trust", statement.Doubt, StringComparison.Ordinal));
        Assert.Contains(release.Verdict.Problems, problem => problem.Code == "SLP4050");
    }

    [Fact]
    public async Task What_is_no_release_is_said() =>
        await Assert.ThrowsAsync<KnownFailureException>(() => ReleaseInspector.InspectAsync(_yard.At("nothing"), [], TestContext.Current.CancellationToken));

    [Fact]
    public async Task Two_releases_differ_in_files_that_came_went_or_changed()
    {
        var earlier = (await _yard.WriteAsync()).Manifest.Content;
        _yard.Put("publish/Catalog.dll", "changed");
        _yard.Put("publish/new.txt", "new");
        File.Delete(_yard.At("publish/empty.txt"));
        var later = (await _yard.WriteAsync(_yard.Draft with { Origin = Yard.Origin with { Version = "2.0.0" } })).Manifest.Content;
        var difference = ContentDifference.Between(earlier, later);
        Assert.Equal(["app/new.txt"], difference.Added);
        Assert.Equal(["app/empty.txt"], difference.Removed);
        Assert.Equal(["app/Catalog.dll"], difference.Changed);
        Assert.True(ContentDifference.Between(later, later).IsEmpty);
    }

    [Fact]
    public async Task Two_releases_differ_in_packages_licences_and_what_is_attested()
    {
        var earlier = await InspectAsync(await _yard.SignedAsync(_yard.ImageDraft));
        var npgsql = Layouts.Sbom.Components[0];
        var other = Layouts.Sbom with
        {
            Components = [npgsql with { Version = "10.0.4", Purl = "pkg:nuget/Npgsql@10.0.4", License = new SbomLicense.Spdx("MIT") }, .. Layouts.Sbom.Components[1..]],
        };
        var later = await InspectAsync(await _yard.SignedAsync(_yard.Draft with { Origin = Yard.Origin with { Version = "2.0.0" }, Sbom = other, Layout = _yard.ImageDraft.Layout }));

        var difference = ReleaseDifference.Between(earlier, later);

        Assert.Equal([("nuget/Npgsql", "10.0.3 (PostgreSQL)", "10.0.4 (MIT)")], difference.Packages);
        Assert.Equal(["sbom.cdx.json"], difference.Files.Changed);
        Assert.Empty(difference.Statements);
        Assert.True(ReleaseDifference.Between(later, later).IsEmpty);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"components":{}}""")]
    [InlineData("""{"components":[1,{"purl":3},{"purl":"npm/x"},{"purl":"pkg:npm/x","licenses":[4,{"license":5}]}]}""")]
    public async Task An_SBOM_that_is_none_is_looked_at_all_the_same(string sbom)
    {
        var folder = await _yard.SignedAsync(_yard.ImageDraft);
        File.WriteAllText(Path.Combine(folder, "sbom.cdx.json"), sbom);

        var release = await InspectAsync(folder);

        Assert.False(release.Verdict.Passed);
        Assert.Equal(sbom.Contains("pkg:npm/x", StringComparison.Ordinal) ? [new InspectedPackage("npm/x", null, null)] : [], release.Packages);
    }

    public void Dispose() => _yard.Dispose();

    private Task<InspectedRelease> InspectAsync(string folder) =>
        ReleaseInspector.InspectAsync(folder, _yard.Keys.FindVerificationKeys(null), TestContext.Current.CancellationToken);
}
