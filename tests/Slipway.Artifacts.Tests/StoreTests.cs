using Slipway.Artifacts.Releases;
using Slipway.Model.Units;

namespace Slipway.Artifacts.Tests;

public sealed class StoreTests : IDisposable
{
    private readonly Yard _yard = new();

    [Fact]
    public void A_store_that_is_not_there_is_empty()
    {
        Assert.Empty(_yard.Store.List());
        Assert.Null(_yard.Store.Newest(Yard.Catalog));
        _yard.Store.Remove(new(Yard.Catalog, "1.0.0"));
    }

    [Fact]
    public async Task Releases_are_listed_by_unit_with_the_newest_first()
    {
        var sdk = new UnitId(UnitKind.Package, UnitName.Parse("catalog-sdk"));
        foreach (var (unit, version) in new[] { (Yard.Ordering, "1.0.0"), (sdk, "2.0.0"), (Yard.Catalog, "1.9.0"), (Yard.Catalog, "1.10.0") })
            await WriteAsync(unit, version);
        Assert.Equal(
            ["services/catalog/1.10.0", "services/catalog/1.9.0", "services/ordering/1.0.0", "packages/catalog-sdk/2.0.0"],
            _yard.Store.List().Select(release => release.Address.ToString()));
    }

    [Fact]
    public async Task A_release_that_was_kept_is_the_newest_again()
    {
        await WriteAsync(Yard.Catalog, "1.0.0-dev.ga");
        _yard.Put("publish/Catalog.dll", "changed");
        await WriteAsync(Yard.Catalog, "1.0.0-dev.gb");
        Assert.Equal("1.0.0-dev.gb", _yard.Store.Newest(Yard.Catalog)!.Address.Version);
        _yard.Put("publish/Catalog.dll", "code");
        Assert.True((await WriteAsync(Yard.Catalog, "1.0.0-dev.ga")).Kept);
        Assert.Equal("1.0.0-dev.ga", _yard.Store.Newest(Yard.Catalog)!.Address.Version);
    }

    [Fact]
    public async Task The_newest_released_is_told_by_its_number_and_builds_in_between_are_none()
    {
        await WriteAsync(Yard.Catalog, "1.11.0-dev.ga");
        Assert.Null(_yard.Store.NewestReleased(Yard.Catalog));
        foreach (var version in new[] { "1.10.0", "1.9.0", "1.12.0-dev.gb" }) await WriteAsync(Yard.Catalog, version);
        Assert.Equal("1.10.0", _yard.Store.NewestReleased(Yard.Catalog)!.Address.Version);
    }

    [Fact]
    public async Task A_release_is_found_by_its_version_and_by_its_digest()
    {
        var first = await WriteAsync(Yard.Catalog, "1.0.0");
        await WriteAsync(Yard.Catalog, "1.0.1-dev.ga");
        _yard.Put("publish/Catalog.dll", "changed");
        var changed = await WriteAsync(Yard.Catalog, "1.1.0");
        Assert.Equal(first.Folder, _yard.Store.Find(Yard.Catalog, "1.0.0")!.Folder);
        Assert.Null(_yard.Store.Find(Yard.Catalog, "2.0.0"));
        Assert.Equal(["1.0.0", "1.0.1-dev.ga"], _yard.Store.Find(Yard.Catalog, first.Digest).Select(release => release.Address.Version).Order());
        Assert.Equal("1.1.0", Assert.Single(_yard.Store.Find(Yard.Catalog, changed.Digest)).Address.Version);
    }

    [Fact]
    public async Task Removing_takes_one_release_and_leaves_nothing_of_it()
    {
        await WriteAsync(Yard.Catalog, "1.0.0");
        await WriteAsync(Yard.Catalog, "1.0.1");
        _yard.Store.Remove(new(Yard.Catalog, "1.0.0"));
        var folder = _yard.Store.PathOf(new(Yard.Catalog, "1.0.1"));
        Assert.Equal([folder], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(folder)!));
    }

    [Fact]
    public void What_is_no_release_is_not_listed()
    {
        _yard.Put("releases/services/catalog/1.0.0.tmp-0123/app/x", "half");
        _yard.Put("releases/services/catalog/.hidden/x", "x");
        _yard.Put("releases/services/no unit!/1.0.0/x", "x");
        _yard.Put("releases/other/catalog/1.0.0/x", "x");
        Assert.Empty(_yard.Store.List());
    }

    public void Dispose() => _yard.Dispose();

    private Task<WrittenRelease> WriteAsync(UnitId unit, string version) =>
        _yard.WriteAsync(_yard.Draft with { Unit = unit, Origin = Yard.Origin with { Version = version } });
}
