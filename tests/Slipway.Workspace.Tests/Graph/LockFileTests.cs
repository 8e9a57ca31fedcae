using Slipway.Model.Units;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.Tests.Graph;

/// <summary>NuGet's own rules for which project keeps a lock file, and where.</summary>
public sealed class LockFileTests
{
    private const string SwitchedOn = "<PropertyGroup><RestorePackagesWithLockFile>true</RestorePackagesWithLockFile></PropertyGroup>";
    private const string SwitchedOff = "<PropertyGroup><RestorePackagesWithLockFile>false</RestorePackagesWithLockFile></PropertyGroup>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", null)]
    [InlineData(SwitchedOn, "services/shop/packages.lock.json")]
    [InlineData(SwitchedOff, null)]
    public async Task A_project_without_the_file_keeps_one_where_it_says_so(string body, string? file)
    {
        using var repository = new TemporaryRepository().Project("services/shop/Shop.csproj", body);

        Assert.Equal(file, (await Read(repository)).LockFile);
    }

    [Theory]
    [InlineData("", "services/shop/packages.lock.json")]
    [InlineData(SwitchedOff, null)]
    public async Task A_file_that_lies_there_is_kept_unless_the_project_says_no(string body, string? file)
    {
        using var repository = new TemporaryRepository(("services/shop/packages.lock.json", "{}")).Project("services/shop/Shop.csproj", body);

        Assert.Equal(file, (await Read(repository)).LockFile);
    }

    [Fact]
    public async Task A_file_of_the_project_s_own_name_comes_first()
    {
        using var repository = new TemporaryRepository(("services/shop/packages.My_Shop.lock.json", "{}"))
            .Project("services/shop/My Shop.csproj", SwitchedOn);

        Assert.Equal("services/shop/packages.My_Shop.lock.json", (await Read(repository)).LockFile);
    }

    [Fact]
    public async Task A_file_that_lies_elsewhere_is_an_input_of_the_unit_all_the_same()
    {
        using var repository = new TemporaryRepository(("locks/shop.json", "{}")).Project(
            "services/shop/Shop.csproj", SwitchedOn + "<PropertyGroup><NuGetLockFilePath>../../locks/shop.json</NuGetLockFilePath></PropertyGroup>");

        var platform = await WorkspaceReader.ReadAsync(repository.Root, Cancel);

        var unit = Assert.Single(platform.Units);
        Assert.Equal("locks/shop.json", Assert.Single(unit.Projects).LockFile);
        Assert.Contains("locks/shop.json", (await UnitFingerprints.ReadAsync(platform, cancel: Cancel)).FilesOf(unit.Id).Select(input => input.Path));
    }

    [Fact]
    public async Task A_lock_file_that_comes_into_being_is_seen_although_evaluations_are_kept()
    {
        using var cache = new TemporaryRepository();
        using var repository = new TemporaryRepository().Project("services/shop/Shop.csproj").Commit();
        Assert.Null((await Read(repository, cache)).LockFile);

        repository.Write("services/shop/packages.lock.json", "{}");

        Assert.Equal("services/shop/packages.lock.json", (await Read(repository, cache)).LockFile);
    }

    private static async Task<Project> Read(TemporaryRepository repository, TemporaryRepository? cache = null)
    {
        var platform = await WorkspaceReader.ReadAsync(repository.Root, new WorkspaceOptions { CacheFolder = cache?.Root }, Cancel);
        return Assert.Single(Assert.Single(platform.Units).Projects);
    }
}
