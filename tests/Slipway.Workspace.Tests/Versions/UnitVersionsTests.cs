using Slipway.Workspace.Fingerprints;
using Slipway.Workspace.Versions;

namespace Slipway.Workspace.Tests.Versions;

public sealed class UnitVersionsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_tag_the_version_is_the_first_and_carries_the_fingerprint()
    {
        using var repository = Repository();

        var (catalog, _) = await Versions(repository);

        Assert.Matches(@"\A0\.1\.0-dev\.g[0-9a-f]{12}\z", catalog);
    }

    [Fact]
    public async Task At_its_tag_a_unit_has_the_tags_version_and_keeps_it_while_others_change()
    {
        using var repository = Repository();
        repository.Git("tag", "catalog/v1.9.0");
        repository.Git("tag", "catalog/v1.10.0");
        repository.Git("tag", "v7.0.0");
        repository.Git("tag", "catalog/v2.0.0-rc.1");
        repository.Write("services/ordering/Order.cs", "class Order { }").Commit();

        Assert.Equal("1.10.0", (await Versions(repository)).Catalog);
    }

    [Fact]
    public async Task A_unit_that_changed_since_its_tag_is_on_the_way_to_the_next_patch()
    {
        using var repository = Repository();
        repository.Git("-c", "user.name=t", "-c", "user.email=t@t", "tag", "-a", "Catalog/v1.2.3", "-m", "Annotated, and another case");

        var (clean, _) = await Versions(repository);
        var (dirty, _) = await Versions(repository.Write("services/catalog/Product.cs", "class Product { }"));
        var (committed, _) = await Versions(repository.Commit());

        Assert.Equal("1.2.3", clean);
        Assert.Matches(@"\A1\.2\.4-dev\.g[0-9a-f]{12}\z", dirty);
        Assert.Equal(dirty, committed);
    }

    [Theory]
    [InlineData("2.0.0", @"\A2\.0\.0-dev\.g[0-9a-f]{12}\z")]
    [InlineData("1.2.4", @"\A1\.2\.4-dev\.g[0-9a-f]{12}\z")]
    [InlineData("1.2.3", @"\A1\.2\.4-dev\.g[0-9a-f]{12}\z")]
    public async Task A_unit_that_says_what_is_next_is_on_the_way_to_that_unless_it_is_there_already(string next, string version)
    {
        using var repository = Repository();
        repository.Git("tag", "catalog/v1.2.3");
        repository.Write("services/catalog/unit.yaml", $"nextVersion: {next}\n");

        Assert.Matches(version, (await Versions(repository)).Catalog);
    }

    [Fact]
    public async Task Outside_of_git_the_version_is_the_same_as_within()
    {
        using var loose = new TemporaryRepository(("services/catalog/Product.cs", "class Product;"))
            .Project("services/catalog/Catalog.csproj").Project("services/ordering/Ordering.csproj");

        Assert.Equal((await Versions(loose)).Catalog, (await Versions(loose.Commit())).Catalog);
    }

    private static TemporaryRepository Repository() => new TemporaryRepository(("services/catalog/Product.cs", "class Product;"))
        .Project("services/catalog/Catalog.csproj").Project("services/ordering/Ordering.csproj").Commit();

    private static async Task<(string Catalog, string Ordering)> Versions(TemporaryRepository repository)
    {
        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);
        var versions = await UnitVersions.ReadAsync(platform, await UnitFingerprints.ReadAsync(platform, cancel: Cancel), Cancel);
        return (versions.Of(platform.Units[0].Id), versions.Of(platform.Units[1].Id));
    }
}
