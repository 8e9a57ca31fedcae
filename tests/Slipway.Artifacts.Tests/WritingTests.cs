using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests;

public sealed class WritingTests : IDisposable
{
    private readonly Yard _yard = new();

    [Fact]
    public async Task A_release_holds_its_parts_and_its_manifest_and_nothing_else()
    {
        var written = await _yard.WriteAsync();
        Assert.Equal(Path.Combine(_yard.Store.Root, "services", "catalog", Yard.Version), written.Folder);
        Assert.Equal(["app/Catalog.dll", "app/empty.txt", "app/wwwroot/index.html", "migrate/efbundle", "release.json"], Yard.FilesOf(written.Folder));
        Assert.Equal(["app", "migrate/efbundle"], written.Manifest.Content.Parts.Values);
        Assert.Equal([written.Folder], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(written.Folder)!));
    }

    [Fact]
    public async Task The_same_parts_from_another_place_and_commit_have_the_same_digest()
    {
        using var elsewhere = new Yard();
        var here = await _yard.WriteAsync();
        var there = await elsewhere.WriteAsync(elsewhere.Draft with { Origin = Yard.Origin with { Commit = new('f', 40) } });
        Assert.Equal(here.Digest, there.Digest);
    }

    [Fact]
    public async Task What_can_be_run_stays_so_and_nobodys_umask_shows()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        var written = await _yard.WriteAsync();
        Assert.Equal(0b111_101_101, Yard.ModeOf(Path.Combine(written.Folder, "migrate", "efbundle")));
        Assert.Equal(0b110_100_100, Yard.ModeOf(Path.Combine(written.Folder, "app", "Catalog.dll")));
    }

    [Fact]
    public async Task The_same_content_is_left_as_it_lies_with_its_signature()
    {
        var folder = await _yard.SignedAsync();
        var before = File.ReadAllBytes(Yard.Bundle(folder));
        var again = await _yard.WriteAsync(_yard.Draft with { Origin = Yard.Origin with { Commit = new('f', 40), Invocation = Guid.NewGuid() } });
        Assert.True(again.Kept);
        Assert.Equal(Yard.Origin, again.Manifest.Origin);
        Assert.Equal(before, File.ReadAllBytes(Yard.Bundle(folder)));
        Assert.True((await _yard.VerifyAsync(folder)).Passed);
    }

    [Fact]
    public async Task What_was_built_from_uncommitted_changes_gives_way_to_what_was_not()
    {
        await _yard.SignedAsync(_yard.Draft with { Origin = Yard.Origin with { Dirty = true } });
        var again = await _yard.WriteAsync();
        Assert.False(again.Kept);
        Assert.False(again.Manifest.Origin.Dirty);
    }

    [Fact]
    public async Task Other_content_under_the_same_version_replaces_it_whole_and_says_so()
    {
        var before = await _yard.WriteAsync();
        await _yard.SignAsync(before.Folder);
        File.Delete(_yard.At("publish/empty.txt"));
        var written = await _yard.WriteAsync();
        Assert.Null(before.Replaced);
        Assert.Equal(before.Digest, written.Replaced);
        Assert.Equal(["app/Catalog.dll", "app/wwwroot/index.html", "migrate/efbundle", "release.json"], Yard.FilesOf(written.Folder));
    }

    [Fact]
    public async Task A_missing_and_an_empty_part_are_both_named()
    {
        Directory.CreateDirectory(_yard.At("nothing"));
        var error = await Assert.ThrowsAsync<KnownFailureException>(() => _yard.WriteAsync(
            _yard.Draft with { Parts = [new("app", _yard.At("absent")), new("migrate", _yard.At("nothing"))] }));
        Assert.Equal([("SLP4060", _yard.At("absent")), ("SLP4060", _yard.At("nothing"))], error.Problems.Select(problem => (problem.Code, problem.File!)));
        Assert.Empty(_yard.Store.List());
    }

    [Theory]
    [InlineData("../../secret.txt", "leaves its part")]
    [InlineData("/etc/hostname", "leaves its part")]
    [InlineData("absent.txt", "to nothing")]
    [InlineData("wwwroot", "to a folder")]
    [InlineData("link.txt", "in a circle")]
    public async Task A_link_that_cannot_be_shipped_is_named(string target, string why)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows grants symbolic links to few.");
        _yard.Put("secret.txt", "hidden");
        File.CreateSymbolicLink(_yard.At("publish/link.txt"), target);
        var problem = Assert.Single((await Assert.ThrowsAsync<KnownFailureException>(() => _yard.WriteAsync())).Problems);
        Assert.Equal("SLP4061", problem.Code);
        Assert.Contains(why, problem.Message);
        Assert.Equal(_yard.At("publish/link.txt"), problem.File);
        Assert.Empty(_yard.Store.List());
    }

    [Fact]
    public async Task A_link_within_its_part_ships_as_the_file_that_it_means()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows grants symbolic links to few.");
        File.CreateSymbolicLink(_yard.At("publish/wwwroot/again.dll"), "../Catalog.dll");
        var copy = new FileInfo(Path.Combine((await _yard.WriteAsync()).Folder, "app/wwwroot/again.dll"));
        Assert.Null(copy.LinkTarget);
        Assert.Equal("code", File.ReadAllText(copy.FullName));
    }

    [Fact]
    public async Task Names_that_differ_only_in_case_are_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only here can both files lie in one folder.");
        _yard.Put("publish/catalog.DLL", "other");
        var problem = Assert.Single((await Assert.ThrowsAsync<KnownFailureException>(() => _yard.WriteAsync())).Problems);
        Assert.Equal("SLP4062", problem.Code);
        Assert.Contains("case does not count", problem.Message);
    }

    [Fact]
    public async Task A_version_that_could_leave_the_store_is_refused()
    {
        var draft = _yard.Draft with { Origin = Yard.Origin with { Version = "../../1.0" } };
        var error = await Assert.ThrowsAsync<BadInputException>(() => _yard.WriteAsync(draft));
        Assert.Equal("SLP4065", Assert.Single(error.Problems).Code);
    }

    public void Dispose() => _yard.Dispose();
}
